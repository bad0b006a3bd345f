"""What each muscle is called in plain English. Knows no exercise and no language but this one."""

from collections.abc import Mapping
from types import MappingProxyType

MUSCLES: Mapping[str, str] = MappingProxyType(
    {
        "gastrocnemius": "upper calf",
        "soleus": "deep calf",
        "tibialis-anterior": "shin",
        "peroneals": "outer lower leg",
        "tibialis-posterior": "inner lower leg",
        "plantar-fascia": "sole of the foot",
        "hamstrings": "back of the thigh",
        "quadriceps": "front of the thigh",
        "hip-flexors": "front of the hip",
        "glutes": "buttocks",
        "adductors": "inner thigh",
        "erector-spinae": "lower back",
        "abdominals": "belly",
        "obliques": "side of the waist",
        "neck": "neck",
        "upper-back": "upper back",
        "chest": "chest",
        "shoulders": "shoulders",
    }
)
"""The ids that `muscles` and `also` of an exercise may use, each with the name people read."""
