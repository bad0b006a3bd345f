"""How calves and back recover, how long it takes and what can go wrong: the texts, with sources. Knows no window."""

from app.views.care_topics.topic import ARTICLE, CareCard, Topic

TIME = "How long it takes"
WRONG = "What can go wrong"
PLAN = "What to do meanwhile"

RECOVERY = Topic(
    "recovery",
    "Recovery",
    "Two to four weeks to a first change, and what helps meanwhile",
    "recovery",
    "Steady beats hard: a little on most days, rest in between, and no pushing.",
    (
        CareCard(
            "timeline",
            "Two to four weeks",
            "Many people feel a first change after 2 to 4 weeks of steady work. Nobody in our "
            "sources measured it, and yours may differ. Consistency is what it rests on, so keep it small enough "
            "to keep up.",
            link="programme",
            group=TIME,
        ),
        CareCard(
            "longer",
            "Sometimes longer",
            "To recover fully can take longer, above all with something underneath. Commonly used protocols for a "
            "sore heel tendon run for 12 weeks. If the pain stays, ask a clinician what else it may be.",
            source=f"Alfredson, 1998, and Beyer, 2015, for the weeks; {ARTICLE} for the rest",
            strength="protocol",
            link="doctor/pain-for-days",
            group=TIME,
        ),
        CareCard(
            "keeping-at-it",
            "A short list is kept",
            "Two to four exercises a day are enough: with more, people do them less often. Choose one routine that "
            "you like, and leave it at that.",
            source="Medina-Mirapeix, 2009",
            strength="study",
            routine="calf-reset",
            link="programme",
            group=TIME,
        ),
        CareCard(
            "setbacks",
            "A strain, again, or a worse back",
            "Too much too soon can strain the muscle, bring an old injury back, or make the back worse. A plan "
            "with small steps makes that less likely. After a flare-up go back a step; nothing is lost.",
            link="programme",
            group=WRONG,
        ),
        CareCard(
            "pain-rule",
            "How much pain is all right",
            "A commonly used protocol: from 0 to 3 out of 10 is fine, 4 to 5 is acceptable, over 5 ease off. The "
            "next morning decides. Back to normal: keep it or do a little more. Worse: do less.",
            source="Silbernagel, 2007",
            strength="protocol",
            link="recovery/rest",
            group=WRONG,
        ),
        CareCard(
            "stretch",
            "Stretch",
            "A little every day: a wall push-up, or a reach for the toes in a chair. Stretching gives ease and "
            "range; experts agree that it is not known to speed up recovery or to prevent injuries in general.",
            source=f"Warneke, 2025, for what it does not do; {ARTICLE} for the rest",
            strength="consensus",
            exercise="seated-toe-touch",
            routine="evening-calves",
            link="helps/stretching",
            group=PLAN,
        ),
        CareCard(
            "strengthen",
            "Strengthen",
            "Calf raises, and a band for the muscles round the ankle. They are thought to even out the work "
            "between muscles; what is better known is that heel raises widen the ankle's range a little as well.",
            source=f"Young, 2013, for heel raises; {ARTICLE} for the rest",
            strength="review",
            exercise="band-plantarflexion",
            routine="band-ankles",
            link="helps/strengthening",
            group=PLAN,
        ),
        CareCard(
            "roll",
            "Roll",
            "A roller lets the calf ease for a short while. It adds little range that lasts, and that it moves "
            "the blood or speeds up recovery is not tested in our sources.",
            source="Behm, 2020; Konrad, 2022",
            strength="review",
            exercise="calf-foam-roll",
            link="helps/rolling",
            group=PLAN,
        ),
        CareCard(
            "posture",
            "Sit and stand with ease",
            "Notice through the day how you sit and stand; slumping for hours may make a sore back worse. No "
            "posture is good for long, so change it often.",
            routine="two-minute-break",
            link="helps/posture",
            group=PLAN,
        ),
        CareCard(
            "water-and-food",
            "Drink and eat",
            "Water, and a mixed diet with food that is said to calm inflammation. That it helps muscles to "
            "recover is not tested in our sources. Eat what agrees with you.",
            strength="untested",
            link="helps/water-and-food",
            group=PLAN,
        ),
        CareCard(
            "rest",
            "Rest",
            "Leave days between hard ones, so that nothing is overused. Listen to your body and never push "
            "through pain. A rest day is part of the plan.",
            routine="heat-and-ease",
            link="programme",
            group=PLAN,
        ),
    ),
)
