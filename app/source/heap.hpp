// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/source/workspace_source.hpp"

namespace agentarmy::app {

/// What the C library does with freed memory. It raises its threshold for giving some back with each large block that
/// is freed, up to 64 MB at the end of each of its heaps (mallopt(3), M_MMAP_THRESHOLD); a fixed one stops that. Call
/// once, before there are threads. Does nothing where the library is not glibc.
void keepHeapSmall();
/// Gives back what a large read has left free, also in the middle of heaps: some milliseconds, on the thread that read.
void giveHeapBack();
/// Passes an answer on for which every record of a kind was read.
template <typename T> Answer<T> heapGivenBack(Answer<T> answer)
{
    giveHeapBack();
    return answer;
}

}
