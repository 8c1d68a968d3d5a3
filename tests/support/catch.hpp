// The test framework, whichever major version Debian has: 12 brings Catch2 v2, 13 brings v3.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
