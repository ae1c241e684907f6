#pragma once

namespace facespace {

/// Sends what OpenCV and libtiff have to say to the program's log (at level “debug”) in place of stderr. Once, at the
/// start; decoding does it, too.
void sendDecodersToLog();

/// What libtiff complains of while one lives, on its thread: OpenCV shows an image of damaged strips as if all were well.
class TiffErrors {
  public:
    TiffErrors();
    ~TiffErrors();
    TiffErrors(const TiffErrors&) = delete;
    TiffErrors& operator=(const TiffErrors&) = delete;
    bool any() const;
};

}  // namespace facespace
