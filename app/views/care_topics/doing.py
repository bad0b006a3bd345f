"""What you can do yourself: the texts, with their sources. Knows no window."""

from app.views.care_topics.topic import ARTICLE, CareCard

YOURSELF = "What you can do yourself"

DOING = (
    CareCard(
        "stretching",
        "Stretching",
        "Straight knee for the upper calf, bent knee for the deep one: 20 to 30 seconds, 3 to 5 times a leg. "
        "Also common: 15 to 30 seconds, 2 or 3 times. Expect about 2 to 3 degrees more at the ankle after weeks "
        "of it: a little, and slowly.",
        source=f"NHS Fife, calf exercises; Radford, 2006; {ARTICLE}",
        strength="guideline",
        exercise="wall-calf-stretch",
        routine="calf-reset",
        group=YOURSELF,
    ),
    CareCard(
        "how-much",
        "How long, and how often",
        "For any muscle: 10 to 30 seconds, to slight discomfort and no further, about 60 seconds in all. "
        "On 2 or 3 days a week or, better, daily; older people hold for 30 to 60 seconds. More than 4 "
        "minutes a session or 10 minutes a week for a muscle gains no more.",
        source="ACSM position stand, 2011; Ingram, 2025, for the most",
        strength="guideline",
        routine="hip-and-hamstring",
        link="helps/before-sport",
        group=YOURSELF,
    ),
    CareCard(
        "strengthening",
        "Strength",
        "Calf raises on one leg, 2 times 10 with a hand on a chair, on 6 or 7 days a week; begin with both legs "
        "together. Strength work through the full range widens movement about as much as stretching does.",
        source="AAOS, foot and ankle conditioning; Afonso, 2021",
        strength="guideline",
        exercise="calf-raise",
        routine="calf-strength",
        group=YOURSELF,
    ),
    CareCard(
        "trunk-endurance",
        "A trunk that lasts",
        "In a trial with office workers whose trunks were stiff or weak, some stretched daily and trained "
        "their trunks twice a week. They had less new back pain over a year: 8.8 % against 19.7 %. A "
        "commonly used protocol is holds of 10 seconds, about 6 on each side.",
        source="Sihawong, 2014; McGill, trunk endurance exercises, for the holds",
        strength="trial",
        exercise="bird-dog",
        routine="back-endurance",
        group=YOURSELF,
    ),
    CareCard(
        "easing-the-back",
        "Small movements for the back",
        "Bottom to the heels, or knees rolling from side to side, for 8 to 10 slow breaths; a gentle arch for 5 "
        "to 10 seconds, 8 to 10 times. Ease for today is a fair aim.",
        source="NHS, lower back exercises",
        exercise="knee-rolls",
        routine="back-ease",
        group=YOURSELF,
    ),
    CareCard(
        "breaks-from-sitting",
        "Breaks from sitting",
        "Two minutes of walking every 40 minutes lowered back pain while sitting, for a while. Standing all day "
        "is no better. Soleus can offer such breaks: switch them on in the settings.",
        source="De Carvalho and Callaghan, 2023",
        strength="trial",
        routine="two-minute-break",
        link="connection/sitting",
        group=YOURSELF,
    ),
    CareCard(
        "rolling",
        "Foam rolling",
        "Slowly, 2 to 4 seconds a pass, 1 to 2 minutes a calf, a little longer on tender spots. It eases for a "
        "short while and adds little lasting range; that it loosens knots or moves the blood is not tested in our "
        "sources. Never over an open wound or a broken bone, on the heel tendon or behind the knee. With "
        "swelling, warmth or redness on one side, or inflammation, ask a clinician first.",
        source="Behm, 2020; Konrad, 2022; Bartsch, 2021, for the warnings",
        strength="review",
        exercise="calf-foam-roll",
        routine="roll-and-release",
        link="signs",
        group=YOURSELF,
    ),
    CareCard(
        "heat-and-cold",
        "Heat and cold",
        "Warmth may relax a tight calf; cold may calm a sore one for a while. Taking turns is often advised, and "
        "not tested in our sources: do it if it feels good. The pages of the two packs say how long, and how to look "
        "after your skin.",
        strength="untested",
        exercise="heat-pack",
        routine="cold-after-a-flare",
        link="warmth",
        group=YOURSELF,
    ),
    CareCard(
        "water-and-food",
        "Water and food",
        "Drink enough, and eat a mixed diet with potassium and magnesium in it: bananas, spinach, nuts. That it "
        "prevents cramps or tightness is not tested in our sources. Before you take tablets of either, ask a "
        "pharmacist or a clinician.",
        strength="untested",
        link="symptoms/cramps",
        group=YOURSELF,
    ),
    CareCard(
        "footwear",
        "Shoes",
        "Shoes that hold the foot and support the arch may take strain off calves and back. Our sources do not "
        "test it. Notice whether one pair leaves you sorer than another, and take both along if you see a "
        "podiatrist.",
        strength="untested",
        link="helps/orthotics",
        group=YOURSELF,
    ),
    CareCard(
        "posture",
        "Posture",
        "Sit and stand as is easy for you, and change often. Experts agree that stretching is not the way to "
        "correct a posture, and our sources name no posture that prevents pain. A pause still does a stiff back "
        "good.",
        source=f"Warneke, 2025, for stretching; {ARTICLE} for the rest",
        strength="consensus",
        exercise="chair-back-arch",
        routine="desk-neck-and-back",
        group=YOURSELF,
    ),
    CareCard(
        "before-sport",
        "Before sport",
        "A warm-up should move. Still stretching in it is fine if it stays under 60 seconds a muscle.",
        source="Shea and Behm, 2024",
        exercise="leg-swings",
        routine="before-a-run",
        group=YOURSELF,
    ),
)
