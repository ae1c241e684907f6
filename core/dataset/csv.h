#pragma once
#include <cstdint>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/common/result.h"

namespace facespace {

/// As a delimiter: runs of spaces and tabs. Quotes mean nothing then, and splitAtBlanks() says what the fields are.
inline constexpr char kBlanks = ' ';
/// As a delimiter: none, a line is one field.
inline constexpr char kWholeLines = '\n';

struct CsvOptions {
    /// 0: the one of comma, tab, semicolon and bar that the first line has most of, or kBlanks if it has none of them but
    /// blanks inside.
    char delimiter = 0;
    /// A record of more bytes is refused as soon as that many are read, so that no line, however long, fills the memory.
    std::size_t maxRecordBytes = std::size_t{1} << 20;
    std::int64_t firstLine = 1;  ///< Number of the stream's first line, where reading begins below the file's first.
};

/// Reads a CSV or TSV stream record by record (RFC 4180): quoted fields may hold delimiters, doubled quotes and line ends;
/// lines end with LF, CRLF or CR; a UTF-8 byte-order mark and empty lines are skipped. The encoding of fields is not
/// checked. Memory use is one record and a block of 64 KiB. Not thread-safe.
class CsvReader {
  public:
    /// @param in must outlive the reader; open it as binary. @param name how messages call the file.
    CsvReader(std::istream& in, std::string name, CsvOptions options = {});

    /// Reads the next record into `fields`; false at the end. Errors: kFormat (a record too long, a quote that is never
    /// closed or has text behind it, a zero byte, UTF-16), kIo; one sentence with the line. After an error, stop.
    Result<bool> next(std::vector<std::string>& fields);
    /// The line on which the last record began, from 1.
    std::int64_t line() const { return recordLine_; }
    const std::string& name() const { return name_; }
    /// Known after the first record.
    char delimiter() const { return options_.delimiter; }

  private:
    int get();
    int peek();
    bool fill();
    Result<void> start();
    Result<bool> readRecord(std::vector<std::string>& fields);
    Result<bool> readLine(std::vector<std::string>& fields);
    Result<void> readQuoted(std::string& field);
    Result<void> account(int c);
    void endLine(int c);

    std::istream& in_;
    std::string name_;
    CsvOptions options_;
    std::vector<char> block_;
    std::size_t at_ = 0, end_ = 0;
    std::size_t recordBytes_ = 0;
    std::int64_t line_ = 1, recordLine_ = 0;
    bool started_ = false;
};

/// The fields of a line that blanks separate. Paths of images may hold blanks themselves: a field with the suffix of an
/// image begins after the last number or image before it, if such a one or further fields show that it does not stand alone
/// ("Anna Maria/1.jpg 7" and "7 Anna Maria/1.jpg" are two fields, "a b/1.jpg" are two as well).
void splitAtBlanks(std::string_view line, std::vector<std::string>& fields);

/// A field as RFC 4180 writes it: quoted if it holds the delimiter, a quote or a line end.
std::string csvQuoted(std::string_view field, char delimiter = ',');

/// From then on csvQuoted() puts an apostrophe before fields that spreadsheets would take for formulas (from =, +, -, @, tab
/// or a line end on, unless they are numbers). Off at first: other programs read such fields as they are. For all threads.
void guardFormulasInCsv(bool guard);
/// A whole record, fields quoted as needed, with LF at the end; CsvReader gives the same fields back.
std::string csvRecord(std::span<const std::string> fields, char delimiter = ',');

}  // namespace facespace
