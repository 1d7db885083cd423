#pragma once
// What x86 processors compute many at a time; nothing on others.

#if defined(__x86_64__)
// g++ 12 takes a value that its own header leaves open on purpose for a mistake (GCC bug 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#include <immintrin.h>
#pragma GCC diagnostic pop
#endif
