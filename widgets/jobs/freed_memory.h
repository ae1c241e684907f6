#pragma once

namespace facespace {

// Memory that was freed goes back to the system two seconds after it is asked for, on a thread of its
// own; both take some milliseconds then. GUI thread only.

/// After a job: what returnFreedMemory() gives back.
void returnMemorySoon();
/// After much was drawn or let go in the window: the allocator's memory alone. Processes that wait for the next image stay.
void trimHeapsSoon();

}  // namespace facespace
