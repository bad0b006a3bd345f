"""The file to pass on: what is packed comes out again, and nothing else gets in."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.parcel import (
    MOST_FILES,
    MOST_PARCEL_BYTES,
    MOST_PICTURE_BYTES,
    Parcel,
    ParcelRefused,
    pack,
    picture_problem,
    unpack,
)

PNG = b"\x89PNG\r\n\x1a\nnothing much"
JPG = b"\xff\xd8\xff\xe0nothing much"
CALVES = Parcel('id = "calves"\n', {"wall-stretch": 'id = "wall-stretch"\n'}, {"wall-stretch.png": PNG})

ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)
texts = st.text(st.characters(codec="utf-8"), max_size=200)
pictures = st.dictionaries(
    st.tuples(ids, st.sampled_from(["png", "jpg"])).map(".".join), st.binary(max_size=50), max_size=3
).map(lambda found: {name: (PNG if name.endswith("png") else JPG) + data for name, data in found.items()})


def zipped(**files: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(ParcelRefused) as caught:
        unpack(data, "from-anna.soleus")
    line = str(caught.value)
    assert line.startswith("from-anna.soleus: ")
    assert "\n" not in line
    return line


@given(st.builds(Parcel, texts, st.dictionaries(ids, texts, max_size=4), pictures))
def test_what_is_packed_comes_out_again(parcel):
    assert unpack(pack(parcel), "x") == parcel


def test_the_same_routine_gives_the_same_bytes():
    assert pack(CALVES) == pack(CALVES)


@pytest.mark.parametrize(
    "name",
    [
        "../routine.toml",
        "/etc/passwd",
        "C:\\autoexec.bat",
        "exercises/../../x.toml",
        "exercises/deep/x.toml",
        "exercises/Wall.toml",
        "exercises/x.TOML",
        "pictures/x.svg",
        "pictures/x.png/../../y.png",
        "run.py",
        "exercises/x.toml\n",
    ],
)
def test_a_name_that_has_no_place_is_refused(name):
    assert "does not belong" in refused(zipped(**{"routine.toml": b"", name: b""}))


def test_a_bomb_is_refused_without_unpacking_it():
    # 300 MB of zeros are 300 KB in a zip.
    data = zipped(**{"routine.toml": bytes(300 << 20)})
    assert len(data) < 1 << 20
    assert "larger than a routine can be" in refused(data)


def test_many_small_pictures_that_are_too_large_together_are_refused():
    # 11 pictures of just under 2 MB are 22 MB: over 20.
    each = PNG + bytes(MOST_PICTURE_BYTES - len(PNG))
    files = {f"pictures/p{number}.png": each for number in range(11)}
    assert "larger than a routine can be" in refused(zipped(**{"routine.toml": b"", **files}))


def test_a_file_that_is_too_large_is_not_even_opened():
    assert "larger than a routine can be" in refused(bytes(MOST_PARCEL_BYTES + 1))


def test_too_many_files_are_refused():
    files = {f"exercises/e{number}.toml": b"" for number in range(MOST_FILES)}
    assert "at most 201" in refused(zipped(**{"routine.toml": b"", **files}))


def test_a_name_that_is_there_twice_is_refused():
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("routine.toml", b"a")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("routine.toml", b"b")
    assert "twice" in refused(buffer.getvalue())


def test_a_file_without_a_routine_is_refused():
    assert "no routine in it" in refused(zipped(**{"exercises/x.toml": b""}))


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_other_ways_to_pack_are_refused(method):
    buffer = BytesIO()
    with ZipFile(buffer, "w", method) as archive:
        archive.writestr("routine.toml", b"a")
    assert "packed in a way" in refused(buffer.getvalue())


def test_a_text_that_is_no_utf_8_is_refused():
    assert "not UTF-8" in refused(zipped(**{"routine.toml": b"\xff\xfe"}))


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.png", JPG), ("x.jpg", PNG), ("x.png", b""), ("x.png", b"<svg>"), ("x.svg", b"<svg>")],
)
def test_a_picture_must_be_what_its_name_says(name, data):
    assert "no PNG or JPEG" in picture_problem(name, data)


def test_a_sound_picture_has_no_problem_and_a_huge_one_has():
    assert picture_problem("x.png", PNG) == picture_problem("x.jpg", JPG) == ""
    assert "at most 2 MB" in picture_problem("x.png", PNG + bytes(MOST_PICTURE_BYTES))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_one_line(data):
    refused(data)


@given(st.integers(0, len(pack(CALVES)) - 1), st.integers(0, 255))
def test_a_damaged_file_is_refused_or_read_whole(place, byte):
    data = bytearray(pack(CALVES))
    data[place] = byte
    try:
        found = unpack(bytes(data), "x")
    except ParcelRefused:
        return
    # What the checksums do not cover, such as dates, may change without harm; names may change to other ids.
    assert found.routine == CALVES.routine
