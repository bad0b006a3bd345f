"""Whether the desktop is dark, asked of a portal of our own on a bus of our own, and of none."""

import subprocess
import sys
import textwrap

import pytest

PORTAL = textwrap.dedent(
    """
    from jeepney import DBusAddress, MessageType, new_method_return
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection
    import sys
    with open_dbus_connection() as bus:
        bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
        print("ready", flush=True)
        while True:
            message = bus.receive()
            if message.header.message_type is MessageType.method_call:
                bus.send(new_method_return(message, "v", (("v", ("u", int(sys.argv[1]))),)))
    """
)
ASK = textwrap.dedent(
    """
    import subprocess, sys, threading
    from app.adapters.appearance import ask_prefers_dark
    portal = subprocess.Popen([sys.executable, "-c", sys.argv[1], sys.argv[2]], stdout=subprocess.PIPE)
    portal.stdout.readline()
    told, said = threading.Event(), []
    ask_prefers_dark(lambda dark: (said.append(dark), told.set()))
    told.wait(5)
    portal.kill()
    portal.wait()
    print(said)
    """
)


@pytest.mark.needs("dbus-run-session")
@pytest.mark.parametrize(("scheme", "said"), [(0, "[False]"), (1, "[True]"), (2, "[False]")])
def test_the_portal_is_believed(scheme, said):
    command = ["dbus-run-session", "--", sys.executable, "-c", ASK, PORTAL, str(scheme)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)
    assert done.stdout.strip() == said, done.stderr


def test_without_a_bus_there_is_no_answer_and_no_trouble(monkeypatch):
    from app.adapters import appearance

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    threads = []
    monkeypatch.setattr(appearance, "Thread", lambda **kwargs: threads.append(kwargs["target"]) or _Started())
    said = []
    appearance.ask_prefers_dark(said.append)
    threads[0]()
    assert said == []


class _Started:
    def start(self) -> None:
        pass
