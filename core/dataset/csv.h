#pragma once
#include <cstdint>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/common/result.h"

namespace facespace {

struct CsvOptions {
    char delimiter = 0;  ///< 0: the one of comma, tab, semicolon and bar that the first line has most of.
    /// A record of more bytes is refused as soon as that many are read, so that no line, however long, fills the memory.
    std::size_t maxRecordBytes = std::size_t{1} << 20;
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

  private:
    int get();
    int peek();
    bool fill();
    Result<void> start();
    Result<bool> readRecord(std::vector<std::string>& fields);
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

/// A field as RFC 4180 writes it: quoted if it holds the delimiter, a quote or a line end.
std::string csvQuoted(std::string_view field, char delimiter = ',');

/// From then on csvQuoted() puts an apostrophe before fields that spreadsheets would take for formulas (from =, +, -, @, tab
/// or a line end on, unless they are numbers). Off at first: other programs read such fields as they are. For all threads.
void guardFormulasInCsv(bool guard);
/// A whole record, fields quoted as needed, with LF at the end; CsvReader gives the same fields back.
std::string csvRecord(std::span<const std::string> fields, char delimiter = ',');

}  // namespace facespace
