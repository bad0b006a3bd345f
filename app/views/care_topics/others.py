"""What others can do for you: the texts, with their sources. Names no dose of any medicine. Knows no window."""

from app.views.care_topics.topic import ARTICLE, NHS, CareCard

BY_OTHERS = "What others can do for you"

OTHERS = (
    CareCard(
        "physiotherapy",
        "Physiotherapy",
        "A physiotherapist can make a plan of stretching and strength work for your calves, which may ease the "
        "lower back as well. Look for one who knows sports or rehabilitation. What you are told there counts more "
        "than what stands here.",
        link="report",
        group=BY_OTHERS,
    ),
    CareCard(
        "medicines",
        "Medicines",
        "Pain relievers from a pharmacy, such as ibuprofen or paracetamol (acetaminophen), may dull the pain for "
        "a while, and ibuprofen may calm inflammation. They do not suit everybody. Ask a pharmacist or clinician "
        "before you take any, and keep to what you were prescribed.",
        link="doctor/pharmacist",
        group=BY_OTHERS,
    ),
    CareCard(
        "orthotics",
        "Insoles made for you",
        "Insoles, also called orthotics, can hold up the arch and change how the foot stands. That may take "
        "strain off calves and back; our sources do not test it. A podiatrist can say whether they are worth "
        "trying.",
        strength="untested",
        link="doctor/podiatrist",
        group=BY_OTHERS,
    ),
    CareCard(
        "chiropractic",
        "Chiropractic",
        "A chiropractor adjusts the spine by hand, which some people find eases their back. That regular visits "
        "keep a posture upright or muscles loose is not tested in our sources. Have warning signs looked at by a "
        "clinician first.",
        strength="untested",
        link="signs",
        group=BY_OTHERS,
    ),
    CareCard(
        "acupuncture",
        "Acupuncture",
        "Thin needles at chosen points, from traditional Chinese medicine. Many people say that it eases calves "
        "and back. Our sources do not test it. Have warning signs looked at by a clinician first.",
        strength="untested",
        link="doctor/massage-and-others",
        group=BY_OTHERS,
    ),
    CareCard(
        "massage",
        "Massage",
        "A trained massage therapist may loosen tight calves and a tight lower back; ask for one who does deep or "
        "sports massage. Our sources do not test it. Never on a calf that is swollen, warm, red or throbbing: have "
        "that seen the same day.",
        source=f"{NHS}, for the warning; {ARTICLE} for the rest",
        strength="untested",
        link="signs",
        group=BY_OTHERS,
    ),
    CareCard(
        "choosing",
        "Choosing among them",
        "No single thing does it for everybody, and several together often suit best. Ask a clinician which ones "
        "fit you. Clinics and health centres near you offer most of them, and much can be found online.",
        link="doctor",
        group=BY_OTHERS,
    ),
)
