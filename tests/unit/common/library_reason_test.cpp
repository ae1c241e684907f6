#include "core/common/library_reason.h"

#include <gtest/gtest.h>
#include <stdexcept>

using namespace facespace;

TEST(LibraryReason, IsOneShortLineWithoutThePlaceInTheLibrary) {
    EXPECT_EQ(libraryReason(std::runtime_error("OpenCV(4.6.0) ./modules/imgproc/src/resize.cpp:4052: error: (-215:Assertion "
                                               "failed) !ssize.empty() in function 'resize'\n")),
              "(-215:Assertion failed) !ssize.empty() in function 'resize'");
    EXPECT_EQ(libraryReason(std::runtime_error("first line.\nsecond line")), "first line");
    EXPECT_EQ(libraryReason(std::runtime_error(std::string(5000, 'x'))).size(), 200U);
    EXPECT_EQ(libraryReason(std::runtime_error("")), "no reason given");
}
