#pragma once
#include <cstdint>
#include <QLocale>
#include <QString>
#include <string>

namespace facespace {

/// How the window writes numbers: 1,234.5, as commands, filters and tables of files do, or as a locale has them, where the
/// analyst asks for it. Fields that one types into follow it, too; the filter's expression, being a command, never does.
/// Before windows are made; GUI thread only.
void writeNumbersAs(const QLocale& locale);
/// 1,234.5, whatever the desktop's locale is.
QLocale plainNumbers();

/// What the core wrote out as “24,000” or “−0.35”; what is no number stays as it is.
QString numberWrittenOut(const std::string& plain);
/// “24,000”
QString countText(std::int64_t n);
/// “−0.35”: with so many decimals.
QString numberText(double value, int decimals);
/// “0.001”, “1.2e-05”: so many digits at most.
QString digitsText(double value, int digits);

}  // namespace facespace
