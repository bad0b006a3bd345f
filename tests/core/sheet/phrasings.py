"""What therapists write, and what is meant by it, worked out by hand before the reader was tuned to it.

A field that is not named is not said: None, or nothing left over.
"""

from typing import Any

SLOW = (3, 0, 3, 0)
FIELDS = ("exercise", "hold", "reps", "sets", "sides", "tempo", "times_per_day", "days_per_week", "weeks")

Phrasing = tuple[str, dict[str, Any]]


def said(
    text: str,
    exercise: str | None = None,
    *,
    day: int | None = None,
    week: float | None = None,
    left: str = "",
    **more: Any,
) -> Phrasing:
    """`day` is how often a day, `week` on how many days of it, `left` the words left over."""
    meant = dict.fromkeys(FIELDS) | {"exercise": exercise, "times_per_day": day, "days_per_week": week} | more
    return text, meant | {"left_over": tuple(left.split())}


PHRASINGS = [
    # the calf, under stretch
    said("Calf wall stretch 3x30s each side, 2x/day, 6 weeks", "wall-calf-stretch",
         sets=3, hold=30, sides="both", day=2, weeks=6),
    said("Calf stretch 3 x 30 sec", "wall-calf-stretch", sets=3, hold=30),
    said("calf stretches 3x30secs ea leg BD", "wall-calf-stretch", sets=3, hold=30, sides="both", day=2),
    said("Gastroc stretch at wall, 30 seconds x 3, both sides, 5/7", "wall-calf-stretch",
         sets=3, hold=30, sides="both", week=5),
    said("• Soleus stretch 2 × 45″ L+R", "bent-knee-wall-stretch", sets=2, hold=45, sides="both"),
    said("2) Calf stretch with knee bent – hold 20 secs, repeat 4 times", "bent-knee-wall-stretch",
         hold=20, reps=4),
    said("Calf stretch off step 3x20s daily", "step-calf-stretch", sets=3, hold=20, day=1),
    said("Seated towel stretch, 30 sec hold x 3, each foot", "seated-towel-stretch",
         hold=30, sets=3, sides="both"),
    said("Standing gastroc stretch: 1 min each side, twice a day", "wall-calf-stretch",
         hold=60, sides="both", day=2),
    said("calf strech 30\" x 3 R leg", "wall-calf-stretch", hold=30, sets=3, sides="right"),
    said("Knee to wall 10 reps hold 3 secs", "knee-to-wall", reps=10, hold=3),
    said("KTW 2x10 L", "knee-to-wall", sets=2, reps=10, sides="left"),
    said("night calf stretch 3 reps of 10 s before bed", "night-calf-stretch", reps=3, hold=10,
         left="before bed"),
    # the calf, at work
    said("Heel raises 3 sets of 12, slow", "calf-raise", sets=3, reps=12, tempo=SLOW),
    said("Calf raises 3x15", "calf-raise", sets=3, reps=15),
    said("Double leg heel raises 2 x 10", "calf-raise", sets=2, reps=10, sides="none"),
    said("B/L heel raise 3x10 OD", "calf-raise", sets=3, reps=10, sides="none", day=1),
    said("Single leg heel raises 3 x 8 each leg, alt days", "single-leg-calf-raise",
         sets=3, reps=8, sides="both", week=3.5),
    said("SL calf raise 3x12 R", "single-leg-calf-raise", sets=3, reps=12, sides="right"),
    said("seated calf raise tempo 3-1-3", "seated-calf-raise", tempo=(3, 1, 3, 0)),
    said("Seated heel raises x 20, 3 x day", "seated-calf-raise", reps=20, day=3),
    said("Eccentric heel drops 3x15 BD for 12 weeks", "heel-drop", sets=3, reps=15, day=2, weeks=12),
    said("Heel drops off step 3 sets 15 reps twice daily 12/52", "heel-drop",
         sets=3, reps=15, day=2, weeks=12),
    said("Isometric calf hold 5 x 45s", "calf-hold", sets=5, hold=45),
    said("Heel raise hold 30s x 5", "calf-hold", hold=30, sets=5),
    said("Soleus raises 3 x 12 (knees bent)", "bent-knee-calf-raise", sets=3, reps=12),
    said("Calf raises to fatigue x 2 sets", "calf-raise", sets=2, left="to fatigue"),
    said("Heel raises 12-15 reps, 2-3 sets, every other day", "calf-raise", reps=12, sets=2, week=3.5),
    said("Heel raise with towel under toes 3x12, 3s up 2s hold 3s down, alternate days", "towel-calf-raise",
         sets=3, reps=12, tempo=(3, 2, 3, 0), week=3.5),
    said("Calf raises, 3 sets x 10 reps, rest 60s", "calf-raise", sets=3, reps=10),
    # feet and ankles
    said("ankle pumps x 20 hourly", "ankle-pumps", reps=20, left="hourly"),
    said("Ankle pumps 20 reps QID", "ankle-pumps", reps=20, day=4),
    said("Ankle circles 10 each way", "ankle-circles", reps=10, left="each way"),
    said("- ankle rotations x10 B/L TDS", "ankle-circles", reps=10, sides="both", day=3),
    said("Theraband PF 2x12", "band-plantarflexion", sets=2, reps=12),
    said("Resisted dorsiflexion with band 3 x 10 R ankle", "band-dorsiflexion", sets=3, reps=10,
         sides="right"),
    said("Band eversion 3x10 hold 2s left", "band-eversion", sets=3, reps=10, hold=2, sides="left"),
    said("Inversion w/ yellow theraband 2 x 10", "band-inversion", sets=2, reps=10, left="yellow"),
    said("Towel scrunches 10 times", "towel-curls", reps=10),
    said("Roll foot on ball 2 mins each foot", "foot-ball-roll", hold=120, sides="both"),
    said("Plantar fascia stretch 10 x 10 secs, 3 times a day", "plantar-stretch", reps=10, hold=10, day=3),
    said("Toe raises 2x15", "toe-raise", sets=2, reps=15),
    # rolling, heat and cold
    said("Foam roll calves 2 min", "calf-foam-roll", hold=120),
    said("Foam roller hamstrings 60-90 secs per leg", "hamstring-foam-roll", hold=60, sides="both"),
    said("Ice 10 mins after", "cold-pack", hold=600, left="after"),
    said("Heat pack to low back 15 min OD", "heat-pack", hold=900, day=1),
    # hips and thighs
    said("Hamstring stretch – hold 20-30 seconds, repeat 3 times, both legs, twice daily",
         "lying-hamstring-stretch", hold=20, reps=3, sides="both", day=2),
    said("Standing hamstring stretch 2x30s L/R", "standing-hamstring-stretch", sets=2, hold=30, sides="both"),
    said("Supine hamstring stretch w/ towel 3 x 30 s", "lying-hamstring-stretch", sets=3, hold=30),
    said("Hip flexor stretch (half kneeling) 2 x 30 sec each", "kneeling-hip-flexor-stretch",
         sets=2, hold=30, sides="both"),
    said("Standing hip flexor stretch 30s x2 e/s", "standing-hip-flexor-stretch", hold=30, sets=2,
         sides="both"),
    said("Quad stretch 30 secs x 2 alt legs", "standing-quad-stretch", hold=30, sets=2, sides="both"),
    said("Figure 4 stretch 3 x 30 sec bilat", "figure-four-stretch", sets=3, hold=30, sides="both"),
    said("Piriformis stretch: 30 sec, 3 reps, R + L", "figure-four-stretch", hold=30, reps=3, sides="both"),
    said("Clams w/ band 3/12 L+R", "clamshell", sets=3, reps=12, sides="both", left="band"),
    said("Clamshells 2 sets of fifteen each side", "clamshell", sets=2, reps=15, sides="both"),
    said("Leg swings x 10 each leg", "leg-swings", reps=10, sides="both"),
    said("Step ups 3x10 each leg 3x/week", "step-up", sets=3, reps=10, sides="both", week=3),
    said("STS x 10, 2 sets", "sit-to-stand", reps=10, sets=2),
    said("Sit-to-stands: 2 sets of 8 reps, 3 days a week", "sit-to-stand", sets=2, reps=8, week=3),
    said("Marching on spot 1 minute", "marching", hold=60),
    # the back
    said("3 x 10 reps bridge hold 5 secs daily", "bridge", sets=3, reps=10, hold=5, day=1),
    said("Bridges 2 x 12", "bridge", sets=2, reps=12),
    said("Glute bridge 10 reps x 3 sets", "bridge", reps=10, sets=3),
    said("Bridging x10 OD 4/52", "bridge", reps=10, day=1, weeks=4),
    said("10 bridges, hold five seconds", "bridge", reps=10, hold=5),
    said("Single-leg bridge 2x8 R+L", "single-leg-bridge", sets=2, reps=8, sides="both"),
    said("Knee to chest 30 sec x 2 ea", "knee-to-chest", hold=30, sets=2, sides="both"),
    said("Knee rolls x 10 each side am & pm", "knee-rolls", reps=10, sides="both", day=2),
    said("lumbar rotations 10 reps morning and night", "knee-rolls", reps=10, day=2),
    said("Pelvic tilts 10 x 5 sec", "pelvic-tilt", reps=10, hold=5),
    said("Cat/camel x 10", "cat-cow", reps=10),
    said("Cat cow, ten repetitions, once a day", "cat-cow", reps=10, day=1),
    said("Child's pose 3 x 30s", "childs-pose", sets=3, hold=30),
    said("Bird dog 2x8 each side, 5 sec hold", "bird-dog", sets=2, reps=8, hold=5, sides="both"),
    said("Side plank 3 x 15 sec each side", "side-plank", sets=3, hold=15, sides="both"),
    said("Curl-ups x 8, hold 10 sec", "curl-up", reps=8, hold=10),
    said("EIS x10 every 2 hours", "standing-back-bend", reps=10, left="every 2 hours"),
    said("Prone on elbows 2 mins TDS", "back-extension", hold=120, day=3),
    said("Chin tucks 10 reps, 3 sec hold, QDS", "chin-tuck", reps=10, hold=3, day=4),
    said("Shoulder rolls x10", "shoulder-rolls", reps=10),
    said("Thoracic extension over chair 8 reps", "chair-back-arch", reps=8),
    # not in the library, but a dose all the same
    said("1. SLR R leg 2x15 alt days", None, sets=2, reps=15, sides="right", week=3.5, left="SLR"),
    said("wall sit 30\" x5", None, hold=30, sets=5, left="wall sit"),
    said("plank 3 × 20 sec, rest 30s", None, sets=3, hold=20, left="plank"),
    said("Nordic curls 3x5", None, sets=3, reps=5, left="Nordic curls"),
    said("Dead bug 2 sets of 10 ea side", None, sets=2, reps=10, sides="both", left="Dead bug"),
    said("Foam roll quads 1 min", None, hold=60, left="Foam roll quads"),
    said("Squats 3 x 10", None, sets=3, reps=10, left="Squats"),
    # a dose alone, and a rhythm for the whole sheet
    said("3 x 30s each side", None, sets=3, hold=30, sides="both"),
    said("2 sets of 10", None, sets=2, reps=10),
    said("All exercises twice a day for 6 weeks", None, day=2, weeks=6),
    said("Do these 3x/week", None, week=3),
    # headings and prose
    said("Home exercise programme", left="Home exercise programme"),
    said("Week 1-2", left="Week 1 2"),
    said("Name: Jo Bloggs  DOB 1/2/1980", left="Name Jo Bloggs DOB 1 2 1980"),
    said("Stop if you feel pain in the calf", left="Stop if you feel pain in the calf"),
    said("See you in 3 weeks", left="See you in 3 weeks"),
    said("Remember that your calf raises should not hurt you", left="Remember that your calf raises should "
         "not hurt you"),
    # two in one line, or one of several
    said("Calf and hamstring stretch 3x30s", None, sets=3, hold=30, left="Calf hamstring stretch"),
    said("Seated bridge 2x10", None, sets=2, reps=10, left="Seated bridge"),
    # other ways to write a number
    said("Heel raises: two sets of twelve, three times per week", "calf-raise", sets=2, reps=12, week=3),
    said("Calf raise Sets: 3 Reps: 12", "calf-raise", sets=3, reps=12),
    said("Bridge 3x10x5s", "bridge", sets=3, reps=10, hold=5),
    said("Bridge 12 x 3", "bridge", reps=12, sets=3),
    said("Calf stretch 1 min 30 s each leg", "wall-calf-stretch", hold=90, sides="both"),
    said("Calf stretch 1½ mins", "wall-calf-stretch", hold=90),
    said("Calf stretch, half a minute, x4/day", "wall-calf-stretch", hold=30, day=4),
    said("Heel raises 2x10, lower over 3 sec", "calf-raise", sets=2, reps=10, tempo=(2, 0, 3, 0)),
    said("Calf stretch hold 30, 3 times each leg, Mon Wed Fri", "wall-calf-stretch", hold=30, reps=3,
         sides="both", week=3),
    said("Calf raises 3x12 3 months", "calf-raise", sets=3, reps=12, weeks=13),
    said("Supine hamstring stretch with belt 2x30s", "lying-hamstring-stretch", sets=2, hold=30),
    # once held out
    said("Heel raises (both legs) 2 x 15, progress to single leg", "calf-raise",
         sets=2, reps=15, sides="none", left="progress to single leg"),
    said("Step-ups x 12 R, x 12 L", "step-up", reps=12, sides="both"),
    said("Next appointment: Tuesday 14th at 10:30", left="Next appointment Tuesday 14th at 10:30"),
    said("hamsting stretch 3*30s", "lying-hamstring-stretch", sets=3, hold=30),
    said("Some discomfort is normal, up to 3/10", left="Some discomfort is normal up to 3 10"),
    said("Clinic closes 12:30", left="Clinic closes 12:30"),
    said("Review at 9:30 on Friday", left="Review at 9:30 on Friday"),
]  # fmt: skip
