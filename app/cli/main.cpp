#include <cstdlib>

#include "app/cli/command_line.h"
#include "core/common/log.h"
#include "core/common/memory.h"
#include "core/image/decoder_log.h"
#include "core/image/decoder_process.h"

int main(int argc, char** argv) {
    facespace::keepFreedMemory();
    facespace::initialiseLog();
    facespace::sendDecodersToLog();
    // On request, until the pace of extraction with it is measured.
    if (std::getenv("FACESPACE_IMAGE_DECODER") != nullptr)
        if (const auto decoder = facespace::findImageDecoder()) facespace::decodeApart(*decoder);
    return facespace::cli::commandLine(argc, argv);
}
