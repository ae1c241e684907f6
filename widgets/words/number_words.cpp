#include "widgets/words/number_words.h"

#include "core/common/number_text.h"

namespace facespace {
namespace {

QString written(const QString& plain) { return numberWrittenOut(withTrueMinus(plain.toStdString())); }

}  // namespace

QString numberWrittenOut(const std::string& plain) { return QString::fromStdString(withNumberMarks(plain)); }

QLocale plainNumbers() { return QLocale::c(); }

void writeNumbersAs(const QLocale& locale) {
    QLocale::setDefault(locale);
    // Qt's C locale has a group separator that it does not write.
    setNumberMarks({locale.decimalPoint().toStdString(), locale.groupSeparator().toStdString()});
}

QString countText(std::int64_t n) { return written(QString::fromStdString(groupedNumber(n))); }
QString numberText(double value, int decimals) { return written(QString::number(value, 'f', decimals)); }
QString digitsText(double value, int digits) { return written(QString::number(value, 'g', digits)); }

}  // namespace facespace
