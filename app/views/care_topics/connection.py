"""How tight calves and back pain may hang together: the texts, with their sources. Knows no window."""

from app.views.care_topics.topic import ARTICLE, CareCard, Topic

FIRST = "To begin with"
WAYS = "Seven ways it may come about"
SO = "What follows from it"

CONNECTION = Topic(
    "connection",
    "Calves and back",
    "What the calf does, and seven ways it may reach the back",
    "connection",
    "Many people look for the cause of a sore back in the back. The calves are worth a look as well.",
    (
        CareCard(
            "calf-muscles",
            "Two muscles, one calf",
            "The upper calf (gastrocnemius) crosses the knee, so it is stretched with a straight knee. The deep "
            "calf (soleus) lies under it and is stretched with a bent one. Together they carry you when you walk, "
            "run, stand and jump. Long sitting, little stretching or hard training may leave them tight.",
            source=f"NHS Fife, calf exercises, for the stretches; {ARTICLE} for the rest",
            strength="guideline",
            exercise="bent-knee-wall-stretch",
            group=FIRST,
        ),
        CareCard(
            "how-sure",
            "How sure is it?",
            "That tight calves can make a back sore is plausible, and not proven. None of our sources tests "
            "whether looser calves mean an easier back. Backs hurt for many reasons, and posture and heavy "
            "lifting are what most people blame. Care for your calves because it is simple and does them good.",
            strength="untested",
            routine="calves-and-back",
            group=FIRST,
        ),
        CareCard(
            "gait",
            "1. How you walk",
            "A tight calf may change how you walk and run. Hips and lower back are thought to make up for it "
            "with movements of their own, which may strain them. Kept up for long, that may be one reason why a "
            "back stays sore.",
            strength="untested",
            exercise="marching",
            routine="before-a-run",
            group=WAYS,
        ),
        CareCard(
            "ankle-mobility",
            "2. An ankle that bends less",
            "A tight calf holds back the bend of the ankle, toes towards the shin. Muscles of the hips and the "
            "lower back may then have to help out, and tire. Kept up for weeks, calf stretching adds about 2 to "
            "3 degrees: a little, and slowly.",
            source=f"Radford, 2006, and Young, 2013, for the degrees; {ARTICLE} for the rest",
            strength="review",
            exercise="knee-to-wall",
            link="self-tests",
            group=WAYS,
        ),
        CareCard(
            "muscle-balance",
            "3. Muscles that share the work",
            "Calves that do too much may leave buttocks and the backs of the thighs with too little to do, and "
            "that is thought to change how you hold yourself. Our sources do not test it. Strength work is worth "
            "it anyway: through the full range it widens movement about as much as stretching does.",
            source=f"Afonso, 2021, for strength work; {ARTICLE} for the rest",
            strength="review",
            exercise="bridge",
            routine="hip-strength",
            group=WAYS,
        ),
        CareCard(
            "spine-load",
            "4. Load on the lower back",
            "Where the legs do less than they could, the lower back is thought to carry more. That may leave it "
            "sore or easier to hurt; our sources do not test it. What they do show is that stretching together "
            "with training the trunk helps some people.",
            strength="untested",
            exercise="bird-dog",
            link="helps/trunk-endurance",
            group=WAYS,
        ),
        CareCard(
            "pelvis",
            "5. The pelvis and how you stand",
            "Tight calves are said to tip the pelvis forward and deepen the hollow of the lower back, which may "
            "strain it. Our sources do not show that. Experts agree that stretching is not the way to correct a "
            "posture, so stretch for ease.",
            source=f"Warneke, 2025, for posture; {ARTICLE} for the rest",
            strength="consensus",
            exercise="pelvic-tilt",
            link="helps/posture",
            group=WAYS,
        ),
        CareCard(
            "sitting",
            "6. Sitting, and standing still",
            "Hours of sitting or standing, or the same movement over and over, may leave calves tight and backs "
            "stiff, the more so without stretching and strength work. Two minutes of walking every 40 minutes "
            "lowered back pain while sitting. Standing all day is no better.",
            source=f"De Carvalho and Callaghan, 2023, for the walking; {ARTICLE} for the rest",
            strength="trial",
            routine="two-minute-break",
            link="helps/breaks-from-sitting",
            group=WAYS,
        ),
        CareCard(
            "overuse",
            "7. Doing a great deal",
            "Much running and jumping may tire the calves until they stay tight. Then the back may be asked to "
            "make up for them, above all in running, jumping and sudden turns. Add a little at a time, and take "
            "rest days.",
            strength="untested",
            routine="after-a-run",
            link="recovery/rest",
            group=WAYS,
        ),
        CareCard(
            "what-follows",
            "Worth trying, and easy to begin",
            "Stretch the calves, make them strong, and move well and often: that may ease a back as well. A few "
            "minutes on most days are enough to begin with, whether you sit at a desk or run. It is about feeling "
            "well altogether, and not only about pain.",
            routine="calf-reset",
            link="programme",
            group=SO,
        ),
        CareCard(
            "if-it-stays",
            "If the back stays sore",
            "A back that goes on hurting deserves somebody who looks at all of it and makes a plan for you. "
            "Stretching is no reason to wait.",
            link="doctor",
            group=SO,
        ),
    ),
)
