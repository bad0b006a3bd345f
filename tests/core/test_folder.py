"""What changed between two looks at a folder."""

from app.core.folder import Changes, Stamp, changes

ONE, TWO = Stamp(10, 1), Stamp(10, 2)


def test_files_come_go_and_change():
    before = {"a": ONE, "b": ONE, "c": ONE}
    assert changes(before, {"b": TWO, "c": ONE, "d": ONE}) == Changes(("d",), ("a",), ("b",))


def test_a_file_of_the_same_time_and_another_length_has_changed():
    assert changes({"a": ONE}, {"a": Stamp(11, 1)}).changed == ("a",)


def test_where_nothing_happened_there_are_no_changes():
    assert not changes({"a": ONE}, {"a": ONE})
    assert Changes(removed=("a",))
