// The real window, driven for as long as is asked for: whether what it takes of the system stays what it was.
//   facespace-soak PROJECT [--minutes 30] [--rounds N] [--most MB]
// Prints what the process uses after every round. 1 if, after the first rounds, its own memory or its handles grow, or if it
// takes more than --most.
#include <fmt/format.h>
#include <algorithm>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include "core/common/memory.h"
#include "tests/screenshots/shots.h"
#include "tests/soak/process_use.h"
#include "tests/soak/round.h"
#include "widgets/look/theme.h"

namespace {

using facespace::soak::ProcessUse;

/// Caches fill in the first rounds.
constexpr int kWarmRounds = 2;
/// The allocator's pages are not the same from round to round.
constexpr double kNoiseMb = 40;

struct Limits {
    double minutes = 0;
    int rounds = 0;
    double most = 0;
};

bool isFlat(const ProcessUse& warm, const ProcessUse& now) {
    const bool flat =
        now.anonymous < warm.anonymous * 1.1 + kNoiseMb && now.files <= warm.files + 4 && now.threads <= warm.threads + 4;
    if (!flat) fmt::print(stderr, "error: it grew from\n  {}\nto\n  {}\n", warm.text(), now.text());
    return flat;
}

int soak(facespace::MainWindow& window, const QString& project, const Limits& limits) {
    std::mt19937 random(1);
    QElapsedTimer clock;
    clock.start();
    ProcessUse warm;
    double most = 0;
    for (int round = 1;; ++round) {
        if (round % 3 == 0 && !facespace::soak::openAnother(window, project)) return 1;
        facespace::soak::workThrough(window, random);
        const ProcessUse use = facespace::soak::processUse();
        most = std::max(most, use.resident);
        fmt::print("round {}, {:.0f} s: {}\n", round, static_cast<double>(clock.elapsed()) / 1000, use.text());
        std::fflush(stdout);
        if (round == kWarmRounds) warm = use;
        const bool enough = round >= limits.rounds && static_cast<double>(clock.elapsed()) >= limits.minutes * 60'000;
        if (round <= kWarmRounds || !enough) continue;
        if (limits.most > 0 && most > limits.most) {
            fmt::print(stderr, "error: {:.0f} MB are more than {:.0f} MB.\n", most, limits.most);
            return 1;
        }
        return isFlat(warm, use) ? 0 : 1;
    }
}

}  // namespace

int main(int argc, char** argv) {
    facespace::keepFreedMemory();  // as the program does
    facespace::shareHeaps();
    qputenv("XDG_CONFIG_HOME", QDir::tempPath().toUtf8() + "/facespace-soak");
    QApplication application(argc, argv);
    QApplication::setOrganizationName("FaceSpace");
    QApplication::setApplicationName("facespace");
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("project", "The project to work in.");
    parser.addOptions({{"minutes", "At least so long.", "minutes", "30"},
                       {"rounds", "At least so many rounds.", "rounds", "5"},
                       {"most", "Megabytes that it may take; 0: any.", "MB", "0"}});
    parser.process(application);
    if (parser.positionalArguments().size() != 1) parser.showHelp(2);
    const QString project = QFileInfo(parser.positionalArguments().front()).absoluteFilePath();
    facespace::applyTheme(facespace::Theme::kLight);
    facespace::MainWindow window;
    window.resize(1440, 900);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) return 1;
    fmt::print("empty: {}\n", facespace::soak::processUse().text());
    window.openPath(project);
    if (!QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr; }, 60'000)) {
        fmt::print(stderr, "error: “{}” does not open.\n", project.toStdString());
        return 1;
    }
    facespace::settle(window);
    fmt::print("open: {}\n", facespace::soak::processUse().text());
    return soak(window, project,
                {parser.value("minutes").toDouble(), parser.value("rounds").toInt(), parser.value("most").toDouble()});
}
