#include "app/language.h"

#include <memory>
#include <QActionGroup>
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "widgets/words/number_words.h"

// The resource is in a static library: its initialiser must be named once. Q_INIT_RESOURCE works outside namespaces only.
static void initialiseTranslations() { Q_INIT_RESOURCE(translations); }

namespace facespace {
namespace {

/// What there is beside English, which is in the source.
const QString kSpanish = QStringLiteral("es");

struct Installed {
    std::unique_ptr<QTranslator> own, qt;
};

Installed& installed() {
    static Installed translators;
    return translators;
}

std::unique_ptr<QTranslator> load(const QString& file, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder)) return nullptr;
    QCoreApplication::installTranslator(translator.get());
    return translator;
}

}  // namespace

void installLanguage(const QString& language) {
    initialiseTranslations();
    installed() = {};  // Qt forgets a translator that is destroyed.
    const bool desktopIsSpanish = QLocale::system().language() == QLocale::Spanish;
    if (language != kSpanish && !(language.isEmpty() && desktopIsSpanish)) return;
    // Qt's first: texts of our own come before it.
    installed().qt = load(QStringLiteral("qtbase_es"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installed().own = load(QStringLiteral("facespace_es"), QStringLiteral(":/translations"));
}

void installNumbers(bool asDesktop) { writeNumbersAs(asDesktop ? QLocale::system() : plainNumbers()); }

void addLanguageMenu(QMenu* menu, Settings* settings, std::function<void()> changed) {
    auto* languages = menu->addMenu(QCoreApplication::translate("facespace", "Lan&guage"));
    auto* group = new QActionGroup(languages);
    const std::pair<QString, QString> names[] = {{{}, QCoreApplication::translate("facespace", "As the &desktop")},
                                                 {QStringLiteral("en"), QStringLiteral("&English")},
                                                 {kSpanish, QStringLiteral("E&spañol")}};
    for (const auto& [language, name] : names) {
        auto* action = languages->addAction(name);
        action->setCheckable(true);
        action->setChecked(settings->language() == language);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, languages, [settings, language = language, changed] {
            if (settings->language() == language) return;
            settings->setLanguage(language);
            changed();
        });
    }
    languages->addSeparator();
    const QString sample = QLocale::system().toString(1234.5, 'f', 1);
    auto* numbers = languages->addAction(
        QCoreApplication::translate("facespace", "&Numbers and dates as the desktop has them: %1").arg(sample));
    numbers->setObjectName(QStringLiteral("numbers-as-desktop"));
    numbers->setCheckable(true);
    numbers->setChecked(settings->numbersAsDesktop());
    QObject::connect(numbers, &QAction::triggered, languages, [settings, changed](bool as) {
        settings->setNumbersAsDesktop(as);
        changed();
    });
}

}  // namespace facespace
