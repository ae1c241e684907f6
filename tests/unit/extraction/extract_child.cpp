// Extracts in a process that a test can kill: extract-in-child PROJECT.
#include <cstdio>

#include "tests/unit/extraction/extraction_fixture.h"

int main(int argc, char** argv) {
    using namespace facespace;
    if (argc != 2) return 2;
    auto project = Project::open(argv[1]);
    if (!project) return 1;
    const auto run = extractFeatures(*project, test::descriptorOf("slow", 48), test::extractOptions(), {});
    if (!run) std::fprintf(stderr, "%s\n", run.error().message.english().c_str());
    return run ? 0 : 1;
}
