#pragma once
#include <unistd.h>
#include <utility>

namespace facespace {

/// A file descriptor that is closed with its owner; -1: none.
struct OpenFile {
    int fd = -1;
    explicit OpenFile(int opened = -1) : fd(opened) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (fd >= 0) ::close(fd);
    }
    int release() { return std::exchange(fd, -1); }
};

}  // namespace facespace
