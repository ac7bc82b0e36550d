// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/source/heap.hpp"
#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace agentarmy::app {

void keepHeapSmall()
{
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
#endif
}

void giveHeapBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}
