#include "app/cli/command_line.h"
#include "core/common/log.h"
#include "core/common/memory.h"
#include "core/image/decoder_log.h"
#include "core/image/decoder_process.h"

int main(int argc, char** argv) {
    facespace::keepFreedMemory();
    facespace::initialiseLog();
    facespace::sendDecodersToLog();
    facespace::decodeApartByEnvironment();
    return facespace::cli::commandLine(argc, argv);
}
