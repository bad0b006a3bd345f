"""The fixed words of screens and controls: headings, buttons, hints. What depends on data is made beside it.

One class for each screen or control, so that a translation finds them together. kv files import theirs as
`TodayWords` and the like: a name imported in one kv file is known in all of them, so each has its own.
"""


class After:
    MOMENTS = ("Now", "Before")
    NOTE_HINT = "A note for yourself"
    DONE = "Done"


class Care:
    CARE = "Care"
    INFORMS = "Soleus informs. It diagnoses nothing, and is no substitute for someone who examines you."


class CareTopic:
    BACK = "Back"


class Course:
    BACK = "Back"
    START = "Start"
    WEEKS = "Week by week"
    CHANGE = "Too much, or too little?"
    GO_BACK = "Go back a week"
    STAY = "Begin this week anew"
    GO_ON = "Go on a week"
    OTHERS = "Other programmes"
    END = "End the programme"


class Data:
    YOUR_DATA = "Your data"
    ABOUT = "Everything stays on this machine, in this folder:"
    OPEN_THE_FOLDER = "Open the folder"
    EXPORT = "Export"
    EXPORT_ABOUT = "A table, a file for programs, or everything"
    IMPORT = "Import a file"
    IMPORT_ABOUT = (
        "A routine, an export, a backup, a table of your own, or Loop Habit Tracker. "
        "You can drop it on this window."
    )
    BACKUPS = "Backups"
    BACKUPS_ABOUT = "Make one, or bring one back"
    PATH_HINT = "Where the file lies"
    LOOK_INTO_IT = "Look into it"
    IMPORT_IT = "Import it"
    CANCEL = "Cancel"
    CLOSE = "Close"
    BACK_UP_NOW = "Back up now"
    BRING_IT_BACK = "Bring it back"


class Day:
    PREVIOUS = "The day before"
    NEXT = "The day after"
    ADD_A_SESSION = "Add a session"
    THIS_DAY_IS = "This day is"
    NOTE_HINT = "A note on this day"
    CLOSE = "Close"


class Editor:
    LEAVE = "Leave the editor"
    UNDO = "Undo"
    REDO = "Redo"
    NAME_HINT = "Name"
    STEPS = "Steps"
    ADD_EXERCISE = "Add an exercise"
    ADD_WAIT = "Add a wait"
    GIVES = "What it gives"
    ABOUT_IT = "About it"
    ABOUT_HINT = "What it is for, and when to do it"
    GOAL = "Goal"
    PREPARE = "To get ready before each step"
    SWITCH = "To change sides"
    SAVE = "Save"


class EditorStep:
    SIDES = "Sides"
    CUE = "A cue, said and shown"
    CUE_HINT = "Back heel down."
    WAIT = "What to wait for"
    WAIT_HINT = "Fetch the foam roller."
    OTHER_EXERCISE = "Choose another exercise"
    TRY = "Try this step"
    DUPLICATE = "Duplicate"
    COPY = "Copy"
    PASTE = "Paste after"
    REMOVE = "Remove"
    UP = "Earlier"
    DOWN = "Later"
    CLOSE = "Close"
    DONE = "Done"


class Exercise:
    BACK = "Back"
    MORE = "More"
    HOW_TO = "How to"
    MUSCLES = "Muscles"
    FRONT = "Front"
    COMMON_MISTAKES = "Common mistakes"
    WHEN_TO_STOP = "When to stop"
    WARNING_SIGNS = "Warning signs"
    WHY_THIS_HELPS = "Why this helps"
    WHAT_IT_RESTS_ON = "What it rests on"


class Exercises:
    ROUTINES = "Routines"
    EXERCISES = "Exercises"
    SEARCH_HINT = "Name or muscle"
    NEW = "New exercise"


class HandingOn:
    PRINT = "Print a sheet"
    MAKE_THE_SHEET = "Make the sheet"
    OPEN = "Open"
    SHOW = "Show"
    CANCEL = "Cancel"
    CLOSE = "Close"


class HeelRise:
    BACK = "Back"
    START = "Start"


class KneeToWall:
    LEAVE = "Leave the test"
    BACK = "The try before"
    KEEP = "That is it"
    SKIP = "Skip this try"


class Owed:
    LEFT = "Left"
    TO_GO = "still to go"
    RIGHT = "Right"


class OwnExercise:
    LEAVE = "Leave the exercise"
    UNDO = "Undo"
    REDO = "Redo"
    NAME_HINT = "Name"
    SUMMARY_HINT = "What it is, in a sentence"
    FIGURE = "What it looks like"
    FIGURE_ABOUT = "A figure that you pose, that of another exercise, or a picture of your own."
    CHOOSE_FIGURE = "Choose how to show it"
    CHANGE_FIGURE = "Change it"
    HOW_TO = "How to"
    ADD_STEP = "Add a sentence"
    LINE_MORE = "Move or remove"
    MUSCLES = "Muscles"
    ROLES = ("What it is for", "What it does besides")
    KIND = "Kind"
    POSITION = "Position"
    EQUIPMENT = "Needs"
    SIDES = "Sides"
    DOSE = "What a new step starts with"
    MISTAKES = "Common mistakes"
    ADD_MISTAKE = "Add a mistake"
    STOP_IF = "Stop if there is"
    ADD_STOP = "Add a reason"
    SAVE = "Save"


class Parcel:
    ADD = "Add it to mine"
    KEEP_BOTH = "Keep both"
    REPLACE_MINE = "Replace mine"
    CANCEL = "Cancel"
    CLOSE = "Close"


class Picker:
    BACK = "Back"
    SEARCH_HINT = "Name or muscle"


class Player:
    STOP = "Stop"
    SOMETHING_WRONG = "Something feels wrong"
    MUTE = "Mute"
    BACK = "Back"
    DONE = "Done"
    GO_ON = "Go on"
    PAUSE = "Pause"
    SKIP = "Skip"


class Posing:
    TITLE = "Pose the figure"
    LEAVE = "Back to the exercise"
    UNDO = "Undo"
    REDO = "Redo"
    PLAY = "Play the movement"
    STOP = "Stop"
    HOLD = "Stays put"
    STOCK = "Begin from a pose"
    MIRROR = "Show the other side"
    UNMIRROR = "Show the first side"
    ADD = "Add a keyframe in the middle"
    TAKE_AWAY = "Take this keyframe away"
    THINGS = "Things that stand by"
    DONE = "Done"


class Programme:
    PROGRAMMES = "Programmes"
    ABOUT = "Weeks that build on one another. Soleus lists what is due each day, and never adds up what was missed."
    BACK = "Back"
    START = "Start it today"
    ASK_FIRST = "Ask your clinician first"
    WEEKS = "Week by week"
    WHAT_IT_RESTS_ON = "What it rests on"


class Progress:
    PROGRESS = "Progress"
    PRESS_A_DAY = "Press a day to open it."
    BEGIN = "See today's routine"
    TOTALS = "All in all"
    NOTES = "Your notes"
    LATEST = "Latest sessions"
    ALL_SESSIONS = "All sessions"
    ADD_A_SESSION = "Add a session"


class Report:
    FOR_YOUR_CLINICIAN = "For your clinician"
    PERIOD = "How far back"
    KIND = "As"
    CANCEL = "Cancel"


class Routine:
    EDIT = "Edit"
    MORE = "More"
    MEND = "Open the file"
    WHEN_IT_IS_DUE = "When it is due"
    MORE_ABOUT_IT = "More about it"
    BACK = "Back"
    START = "Start"


class Routines:
    ROUTINES = "Routines"
    EXERCISES = "Exercises"
    NEW = "New routine"
    SEARCH_HINT = "Name or muscle"
    FILTERS = "What are you looking for?"
    DONE = "Done"
    SHOW_ALL = "Show all"


class SelfTest:
    BACK = "Back"
    DELETE = "Delete this test"
    LEFT = "Left"
    RIGHT = "Right"
    CORRECT_ABOUT = "Put right what is not as it was."
    NOTE_HINT = "A note for yourself"
    SAVE = "Save"


class SelfTests:
    BACK = "Back"
    SELF_TESTS = "Self-tests"
    ABOUT = (
        "Two short tests tell you, every two weeks, what all the stretching comes to. They diagnose nothing."
    )
    LEFT = "Left"
    RIGHT = "Right"
    TAKE = "Take the test"
    EARLIER = "Every test"
    MIDDLE_VALUES = "Middle values of the heel-rise test"
    MIDDLE_VALUES_ABOUT = (
        "A commonly quoted table (Hébert-Losier, 2017), give or take 1. As many people did more as did less: "
        "what counts is your own first test."
    )
    AGE = "Age"
    MEN = "Men"
    WOMEN = "Women"


class Session:
    BACK = "Back"
    DELETE = "Delete this session"
    WHAT = "What you did"
    DAY = "Day"
    BEGAN = "Began at"
    NAME = "What was it?"
    NAME_HINT = "Yoga class, a walk, football"
    HOW_LONG = "How long it took"
    WHAT_WAS_DONE = "What was done"
    CORRECT = "Correct it"
    THAT_IS_RIGHT = "That is right"
    MUSCLES = "For each muscle"
    HOW_IT_FELT = "How it felt"
    BEFORE = "Before"
    AFTER = "Afterwards"
    NOTE_HINT = "A note for yourself"
    ADD = "Add this session"
    WHICH_DAY = "Which day was it?"
    WHAT_TIME = "When did it begin?"
    WHAT_DID_YOU_DO = "What did you do?"
    ROUTINE_HINT = "Its name"


class Sessions:
    BACK = "Back"
    SESSIONS = "Sessions"
    ADD = "Add a session"
    SHOW_ALL = "Show all"
    WHICH_ROUTINE = "Show sessions of"
    WHICH_MONTH = "Show sessions in"


class Reminders:
    BACK = "Back to the settings"
    REMINDERS = "Reminders"
    ADD = "Add a reminder"


class Reminder:
    REMINDER = "Reminder"
    TIMES = "Times"
    ADD_A_TIME = "Add a time"
    DAYS = "Days"
    FOR = "For"
    WHICH_ROUTINE = "What is it for?"
    DELETE = "Delete it"
    CLOSE = "Close"


class Breaks:
    BACK = "Back to the settings"
    BREAKS = "Breaks from sitting"
    ONLY_WITHIN = "Only within these hours"
    HELD_BACK = "What was held back, and why"


class Settings:
    SETTINGS = "Settings"
    TO_BE_REMINDED = "To be reminded"
    REMINDERS = "Reminders"
    BREAKS = "Breaks from sitting"
    WHAT_WORKS_ON_THIS_MACHINE = "What works on this machine"


class SheetLine:
    THE_LINE = "On the sheet it says"
    WHICH_EXERCISE = "Which exercise is it?"
    HOW_OFTEN = "How often"
    DONE = "Done"
    NOT_AN_EXERCISE = "Not an exercise"


class SheetPage:
    BACK = "Back"
    TITLE = "From a therapist's sheet"
    ABOUT = "Write or paste the sheet, an exercise a line. It is read on this machine and sent nowhere."
    NAME = "What to call the routine"
    NOTHING_YET = "What Soleus understands of each line shows here. Press a line to correct it."
    MAKE = "Make the routine"


class Signs:
    BACK = "Back"
    WARNING_SIGNS = "Warning signs"
    WHAT_WAITS = "What waits meanwhile"
    I_WAS_SEEN = "I have been seen"
    ANSWER_AGAIN = "Answer again"
    ERASE = "Erase what I answered"


class SignSheets:
    STAY_PAUSED = "None of these: stay paused"
    START_WITHOUT = "Start without these"
    OPEN_SIGNS = "Open the warning signs"
    CANCEL = "Cancel"


class Target:
    WHEN_IT_IS_DUE = "When it is due"
    CLOSE = "Close"


class Today:
    START = "Start"
    SEE_EVERY_STEP = "See every step"
    CUT_OFF = "A session was cut off"
    GO_ON_WHERE_YOU_STOPPED = "Go on where you stopped"
    GO_ON = "Go on"
    KEEP_WHAT_WAS_DONE = "Keep what was done"
    KEEP_AS_IT_IS = "Keep as it is"
    DISCARD = "Discard"
    TODAY = "Today"
    I_HAVE = "I have"


class Warmth:
    BACK = "Back to Care"
    WARMTH = "Heat and cold"
    HEED = "Before you start"
    HELPS = "When it helps"
    START = "Start"


class Button:
    TEN_MORE = "+10"
    TEN_SECONDS_MORE = "Ten seconds more"


class Controls:
    LESS = "Less"
    MORE = "More"


class Dialog:
    CANCEL = "Cancel"


class Ledger:
    LEFT = "Left"
    RIGHT = "Right"
    EARLIER = "The week before"
    LATER = "The week after"


class Keys:
    CLOSE = "Close"


class Month:
    EARLIER = "The month before"
    LATER = "The month after"


class Months:
    EARLIER = "The year before"
    LATER = "The year after"


class Pick:
    NOTHING_FOUND = "Nothing with that name."


class Search:
    CLEAR = "Clear"


class Snackbar:
    UNDO = "Undo"
    CLOSE = "Close"


class TimePicker:
    LATER = "Later"
    EARLIER = "Earlier"
    HOUR = "Hour"
    MINUTE = "Minute"


class TimeSheet:
    DONE = "Done"


class Work:
    LEFT = "Left"
    RIGHT = "Right"
    BOTH = "Both"
    NOT_SAID = "Not said"
