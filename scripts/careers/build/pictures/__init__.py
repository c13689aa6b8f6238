"""Pictures of pages, taken by a Chrome of this machine where there is one."""
