"""What tight calves may feel like, and what is something else: the texts, with their sources. Knows no window."""

from app.views.care_topics.topic import ARTICLE, NHS, CareCard, Topic

COMMON = "Common"
LESS_COMMON = "Less common"
SO = "What to make of it"

SYMPTOMS = Topic(
    "symptoms",
    "Symptoms",
    "What tight calves may feel like, and what is something else",
    "symptoms",
    "A list cannot tell you what you have. It may help you to notice, and to say what you notice.",
    (
        CareCard(
            "calf-pain",
            "A dull ache in the calf",
            "The calf aches or feels tight, and some people feel it reach up towards the lower back. A calf that "
            "is swollen, warm, red or throbbing is another matter: have it seen the same day.",
            source=f"{NHS}, for the warning; {ARTICLE} for the rest",
            exercise="wall-calf-stretch",
            link="signs",
            group=COMMON,
        ),
        CareCard(
            "cramps",
            "Cramps",
            "Tight calves may cramp, most often in exercise or at night, and cost you sleep. A trial with "
            "people over 55 tried calf and hamstring stretches just before sleep, 3 times 10 seconds with "
            "10 seconds of rest. After six weeks they had about one night cramp a night less.",
            source=f"Hallegraeff, 2012, for the stretches; {ARTICLE} for the rest",
            strength="trial",
            exercise="night-calf-stretch",
            routine="evening-calves",
            group=COMMON,
        ),
        CareCard(
            "stiffness",
            "Calves that give less",
            "Walking, running or standing for long gets harder. You can measure how far your ankle bends: knee to "
            "the wall, heel down. One centimetre is about 3.6 degrees, and a change under 1.9 cm can be mere "
            "measurement error.",
            source=f"Powden, 2015, for the test; {ARTICLE} for the rest",
            strength="review",
            exercise="knee-to-wall",
            link="self-tests",
            group=COMMON,
        ),
        CareCard(
            "walking",
            "Another way of walking",
            "You may walk differently without meaning to, to spare a tight calf. The lower back may join in, and "
            "is thought to tire from it.",
            strength="untested",
            link="connection/gait",
            group=COMMON,
        ),
        CareCard(
            "felt-elsewhere",
            "Pain that is felt elsewhere",
            "Some people feel something in the lower back, the hips or the knees as well, and put it down to how "
            "muscles and the tissue round them are linked. Our sources do not test that. Have a clinician look at "
            "pain that wanders.",
            strength="untested",
            link="doctor",
            group=LESS_COMMON,
        ),
        CareCard(
            "swelling",
            "Swelling",
            "Tight calves are sometimes named as a cause of swollen lower legs. Do not put it down to that. One "
            "calf that is swollen, warm, red or throbbing can be a blood clot: have it seen the same day. With "
            "chest pain or breathlessness, call for emergency help.",
            source=NHS,
            strength="guideline",
            link="signs",
            group=LESS_COMMON,
            alarming=True,
        ),
        CareCard(
            "numbness",
            "Numbness or tingling",
            "A tight calf may now and then press on a nerve, so that the foot or lower leg tingles or goes numb. "
            "The back can cause the same. Stop the stretch that brings it on, and see a clinician.",
            link="signs",
            group=LESS_COMMON,
        ),
        CareCard(
            "taken-together",
            "An ache, less give, another walk",
            "If you notice these together, it may be time to see how tight your calves are. Two simple tests show "
            "how far the ankle bends and how strong the calf is, left and right. With pain elsewhere or strange "
            "feelings in the leg, ask a clinician.",
            link="self-tests",
            group=SO,
        ),
        CareCard(
            "what-it-changes",
            "What it may change",
            "Tight calves may make every kind of getting about a little harder, and may add to a sore back. "
            "Knowing what to look for is the first step, and small steps are enough.",
            strength="untested",
            link="helps",
            group=SO,
        ),
    ),
)
