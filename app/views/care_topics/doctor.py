"""When to see someone, and whom: the texts, with their sources. The questions themselves stand with the signs."""

from app.views.care_topics.topic import ARTICLE, NHS, CareCard, Topic

AT_ONCE = "Do not wait"
SOON = "See a clinician"
WHO = "Who does what"

DOCTOR = Topic(
    "doctor",
    "When to see someone",
    "What cannot wait, what should be looked at, and who does what",
    "doctor",
    "You know your body. If something feels wrong, ask, even if it is on no list.",
    (
        CareCard(
            "emergency",
            "Call for emergency help",
            "Call if you have chest pain or are short of breath, alone or with one calf that is swollen, warm, "
            "red or throbbing. Call if your back hurts and bladder, bowel or sexual function changes. Call if you "
            "are numb between the legs, if weakness spreads in a leg, or if back pain came with an "
            "accident.",
            source=NHS,
            strength="guideline",
            link="signs",
            group=AT_ONCE,
            alarming=True,
        ),
        CareCard(
            "same-day",
            "Be seen the same day",
            "One calf that is swollen, warm, red or throbbing can be a blood clot. A snap at the heel can be a "
            "torn tendon. Do not roll, stretch or load that leg until somebody has looked at it.",
            source=NHS,
            strength="guideline",
            link="signs",
            group=AT_ONCE,
            alarming=True,
        ),
        CareCard(
            "pain-for-days",
            "It hurts for more than a few days",
            "Back pain that does not go within some days, together with tight calves, wants a look. There "
            "may be something underneath.",
            link="signs",
            group=SOON,
        ),
        CareCard(
            "pain-that-limits",
            "It keeps you from things",
            "Pain that makes it hard to walk, to stand or to sit in comfort is reason enough to go. "
            "Listen to your body.",
            group=SOON,
        ),
        CareCard(
            "numb-or-weak",
            "Numb, tingling or weak",
            "A leg or foot that is numb, tingles or is weak may have to do with a nerve: see a clinician "
            "soon. If the weakness spreads, or you are numb between the legs, call for emergency help.",
            source=f"{ARTICLE}; {NHS}, for the emergency",
            group=SOON,
        ),
        CareCard(
            "recent-injury",
            "You were hurt lately",
            "A recent injury of the back or a leg wants a proper look before you stretch, roll or load it. Back "
            "pain after an accident is an emergency.",
            source=f"{ARTICLE}; {NHS}, for the accident",
            group=SOON,
        ),
        CareCard(
            "long-illness",
            "You live with another illness",
            "You have diabetes, or an illness of the blood vessels? Then ask about any change in your "
            "calves or your back, even a small one.",
            group=SOON,
        ),
        CareCard(
            "your-doctor",
            "Your doctor",
            "Looks at the whole of you, finds out what else it may be, and says what can be done. Going early may "
            "spare you worse. Begin here if you do not know where to begin.",
            link="report",
            group=WHO,
        ),
        CareCard(
            "physiotherapist",
            "Physiotherapist",
            "Sees how you move, and makes a plan of exercises for you. Soleus can read the sheet that you bring "
            "home and make a routine of it.",
            link="helps/physiotherapy",
            group=WHO,
        ),
        CareCard(
            "podiatrist",
            "Podiatrist",
            "Looks after feet: how they stand, the shoes you wear, and whether insoles are worth trying.",
            link="helps/orthotics",
            group=WHO,
        ),
        CareCard(
            "pharmacist",
            "Pharmacist",
            "Knows which pain relievers suit you, with what else you take and have.",
            link="helps/medicines",
            group=WHO,
        ),
        CareCard(
            "massage-and-others",
            "Chiropractors, acupuncturists, massage therapists",
            "Work on you with their hands or needles. Tell them about every warning sign first, and see a "
            "clinician before them if there is one.",
            link="helps/massage",
            group=WHO,
        ),
    ),
)
