"""What therapists call the exercises of the library. Data: knows no rule.

It stands here, and neither in the exercise files nor beside them, because these are words that a sheet is
read by and nobody is shown: the file format stays as small as it is, a user's own exercise is found by its
own name, and the core reads no file. Each line of an entry is one name; the order of its words is of no
account, nor are endings, capitals and hyphens. A name that fits several exercises ("hamstring stretch")
stands at the one that a therapist most often means by it, for the same muscle.
"""

from collections.abc import Mapping
from types import MappingProxyType

CALLED: Mapping[str, str] = MappingProxyType(
    {
        "ankle-circles": "ankle rotation|ankle roll|foot circle|circle ankle|ankle circumduction|"
        "rotate ankle",
        "ankle-pumps": "ankle pump|foot pump|calf pump|circulation exercise|"
        "ankle dorsiflexion plantarflexion|toe up down|foot up down|ankle up down|pump ankle",
        "back-extension": "prone extension|lumbar extension|mckenzie extension|extension in lying|eil|"
        "sphinx|prone press up|prone on elbow|cobra|prone prop|mckenzie press up|lying back extension",
        "band-dorsiflexion": "dorsiflexion band|resisted dorsiflexion|ankle dorsiflexion band|"
        "ankle dorsiflexion resisted",
        "band-eversion": "eversion band|resisted eversion|ankle eversion",
        "band-inversion": "inversion band|resisted inversion|ankle inversion",
        "band-plantarflexion": "plantarflexion band|resisted plantarflexion|ankle plantarflexion band|"
        "band calf press|band calf push",
        "bent-knee-calf-raise": "soleus raise|bent knee heel raise|soleus heel raise|soleus calf raise|"
        "heel raise knee bent|standing soleus raise",
        "bent-knee-wall-stretch": "soleus stretch|bent knee calf stretch|soleus wall stretch|"
        "deep calf stretch|lower calf stretch|bent knee wall calf stretch|soleus stretch bent knee|"
        "standing soleus stretch|calf stretch soleus",
        "bird-dog": "birddog|four point kneel arm leg|four point arm leg|opposite arm leg|"
        "superman four point|quadruped arm leg|all fours arm leg|pointer",
        "bridge": "bridging|glute bridge|hip bridge|pelvic bridge|supine bridge|bridge lying|two leg bridge",
        "calf-foam-roll": "foam roll calf|foam roll gastroc|roll calf|foam calf|"
        "self massage calf foam roll|foam roll soleus",
        "calf-hold": "calf raise hold|heel raise hold|isometric calf raise|isometric heel raise|"
        "isometric calf hold|isometric calf|static calf hold|static heel raise|isometric hold calf raise",
        "calf-raise": "heel raise|heel lift|double leg heel raise|double leg calf raise|two leg heel raise|"
        "bilateral heel raise|standing heel raise|tiptoe|tip toe|toe stand|heel rise|calf rise|calf lift",
        "cat-cow": "cat camel|cat stretch|camel|cat dog|cat cow stretch|cat camel stretch|catcow",
        "chair-back-arch": "thoracic extension|thoracic extension chair|upper back extension chair|"
        "upper back extension|t spine extension|tsp extension",
        "childs-pose": "child pose|prayer stretch|child pose stretch|mecca stretch|kneeling lumbar flexion",
        "chin-tuck": "chin retraction|neck retraction|cervical retraction|head retraction|chin retract|"
        "deep neck flexor",
        "clamshell": "clam|clam shell|side lying clam|side lie clam",
        "cold-pack": "ice|cold pack|ice pack|cryotherapy|icing|cryocuff",
        "curl-up": "mcgill curl up|curl up|abdominal curl|abdominal curl up",
        "figure-four-stretch": "piriformis stretch|figure four|glute stretch|fig four stretch|fig four|"
        "piriformis|buttock stretch|glute piriformis stretch|outer hip stretch",
        "foot-ball-roll": "ball roll|roll foot|foot roll|golf ball roll|tennis ball foot|spiky ball foot|"
        "roll arch ball|frozen ball roll|roll sole ball|ball under foot|arch roll|plantar fascia roll|"
        "roll ball under foot|foot massage ball",
        "hamstring-foam-roll": "foam roll hamstring|roll hamstring|foam hamstring|foam roll back of thigh",
        "heat-pack": "heat|hot pack|heat pack|heat low back|heat lower back|hot water ball|wheat bag|"
        "hot water|heat therapy",
        "heel-drop": "eccentric heel raise|eccentric calf raise|eccentric heel drop|heel drop|alfredson|"
        "eccentric heel lower|eccentric calf|alfredson heel drop|heel lower|achilles eccentric|"
        "eccentric drop|eccentric calf drop|calf drop",
        "knee-rolls": "knee roll|knee rock|lumbar rotation|lower trunk rotation|ltr|trunk rotation lying|"
        "lumbar rotation lying|lumbar roll|knee roll side to side|windscreen wiper|windshield wiper|"
        "knee side to side|rolling knee|low back rotation",
        "knee-to-chest": "knee hug|single knee to chest|double knee to chest|knee to chest stretch|"
        "hug knee to chest|skc|sktc|dktc|single knee to chest stretch|knee up to chest|hug knee|"
        "pull knee to chest",
        "knee-to-wall": "ktw|knee to wall stretch|dorsiflexion lunge|weight bearing lunge|"
        "ankle dorsiflexion lunge|ankle mobilisation wall|ankle mobilization wall|"
        "knee to wall mobilisation|knee to wall mobilization|ankle rock|knee over toe|ankle lunge|"
        "wall ankle dorsiflexion|ankle dorsiflexion mobilisation",
        "kneeling-hip-flexor-stretch": "hip flexor stretch|half kneel hip flexor stretch|"
        "kneeling hip flexor stretch|kneeling hip flexor|hip flexor lunge|kneeling lunge stretch|"
        "half kneel stretch|flexor stretch|kneeling flexor stretch|iliopsoas stretch",
        "leg-swings": "leg swing|hip swing|swing leg|leg swing forward back",
        "lying-hamstring-stretch": "hamstring stretch|hamstring towel stretch|lie hamstring stretch|"
        "hamstring stretch lie towel|hamstring stretch back lie|active hamstring stretch|"
        "hamstring stretch bed|hamstring stretch on back|straight leg raise hamstring stretch",
        "marching": "march on spot|march in place|march|high march|standing march",
        "night-calf-stretch": "bedtime calf stretch|night time calf stretch|cramp stretch",
        "pelvic-tilt": "pelvic tilting|posterior pelvic tilt|pelvic rock|anterior posterior pelvic tilt|"
        "pelvic clock",
        "plantar-stretch": "plantar fascia stretch|plantar stretch|arch stretch|plantar fasciitis stretch|"
        "toe extension stretch|big toe stretch|pull toe back|sole stretch|foot arch stretch|"
        "plantar fascia massage stretch|toe stretch",
        "seated-calf-raise": "seated heel raise|heel raise sit|calf raise sit|seated heel lift|"
        "seated soleus raise",
        "seated-soleus-stretch": "seated soleus stretch|soleus stretch sit|soleus stretch chair|"
        "seated bent knee calf stretch",
        "seated-toe-touch": "seated hamstring stretch|hamstring stretch sit|long sit hamstring stretch|"
        "hamstring stretch chair|toe touch",
        "seated-towel-stretch": "towel stretch|towel calf stretch|seated calf stretch|calf stretch towel|"
        "long sit calf stretch|gastroc towel stretch|seated gastroc stretch|calf stretch towel sit|"
        "towel stretch long sit|long sit towel stretch|long sit calf stretch towel|"
        "seated calf stretch towel|foot towel stretch",
        "shoulder-rolls": "shoulder roll|shoulder circle|shoulder shrug roll|backward shoulder roll",
        "side-plank": "side plank|side bridge|modified side plank|kneeling side plank|side plank knee|"
        "half side plank",
        "single-leg-bridge": "single leg bridge|single leg glute bridge|sl bridge|single bridge|"
        "single leg hip bridge|sl glute bridge",
        "single-leg-calf-raise": "single leg heel raise|single leg heel lift|sl heel raise|sl calf raise|"
        "single heel raise|single calf raise|single leg stand heel raise|single leg heel rise|slhr|"
        "heel raise on single|sl heel lift|single legged calf raise|single legged heel raise",
        "sit-to-stand": "sts|chair stand|chair rise|sit stand|stand up from chair|rise from chair|"
        "get up from chair|chair squat",
        "standing-back-bend": "extension in standing|standing extension|standing lumbar extension|eis|"
        "standing back extension|back extension in standing|back bent stand|lumbar extension in standing|"
        "standing back bent",
        "standing-hamstring-stretch": "standing hamstring stretch|hamstring stretch step|"
        "hamstring stretch stand|hamstring stretch heel step|hamstring stretch foot on step",
        "standing-hip-flexor-stretch": "standing hip flexor stretch|standing flexor stretch|"
        "standing lunge hip flexor stretch|hip flexor stretch stand",
        "standing-quad-stretch": "quad stretch|standing quad stretch|thigh stretch|front of thigh stretch|"
        "heel to bottom stretch|heel to bum|quad stretch stand",
        "step-calf-stretch": "calf stretch step|calf stretch off step|gastroc stretch step|"
        "step stretch calf|heel drop stretch|heel hang|step stretch|drop heel stretch|"
        "achilles stretch step|calf step stretch",
        "step-up": "step up|stepup|forward step up",
        "strap-calf-stretch": "calf stretch lie towel|lie calf stretch|calf stretch strap|"
        "calf stretch strap lie|lie calf stretch strap|gastroc stretch lie towel|lie gastroc stretch",
        "toe-raise": "toe lift|tib raise|tibialis raise|tibialis anterior raise|toe tap|shin raise|"
        "standing toe raise|forefoot lift|heel rock",
        "towel-calf-raise": "heel raise towel|heel raise towel under toe|towel heel raise|calf raise towel|"
        "rathleff|heel raise rolled towel|windlass heel raise|calf raise towel under toe",
        "towel-curls": "towel scrunch|toe curl|toe scrunch|towel curl|towel grab|towel crunch|towel gather|"
        "scrunch towel|toe curl towel|toe towel curl|towel pick up",
        "wall-calf-stretch": "calf stretch|gastroc stretch|wall stretch|calf wall stretch|"
        "standing calf stretch|gastroc wall stretch|straight knee calf stretch|straight leg calf stretch|"
        "achilles stretch|runner stretch|upper calf stretch|calf stretch straight knee|"
        "calf stretch straight leg|calf wall lean|calf lean|standing gastroc stretch|heel cord stretch|"
        "wall lean stretch|gastroc stretch straight knee|calf stretch back leg straight",
        "wall-push-up-stretch": "wall press up stretch|wall push calf stretch",
    }
)
