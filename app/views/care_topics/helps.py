"""What may help, from a stretch to a clinician: the page, with how sure our sources are. Knows no window."""

from app.views.care_topics.doing import DOING
from app.views.care_topics.others import OTHERS
from app.views.care_topics.topic import Topic

HELPS = Topic(
    "helps",
    "What helps",
    "From stretching to shoes to physiotherapy, with honest evidence",
    "helps",
    "Most of it is simple, and helps a little and slowly. Begin with one thing and keep at it.",
    (*DOING, *OTHERS),
)
