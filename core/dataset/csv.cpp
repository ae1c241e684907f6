#include "core/dataset/csv.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <atomic>

#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;
constexpr int kEnd = -1;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBetween = " \t\f\v";

std::atomic<bool> guardFormulas{false};

bool looksLikeFormula(std::string_view field) {
    constexpr std::string_view kBegins = "=+-@\t\r\n";
    return !field.empty() && kBegins.find(field.front()) != std::string_view::npos && !parseNumber(field);
}

/// The delimiter that the first line, as far as it is in this block, has most of outside quotes.
char likelyDelimiter(std::string_view block) {
    constexpr std::string_view kCandidates = ",\t;|";
    std::array<std::size_t, kCandidates.size()> counts{};
    bool quoted = false;
    for (const char c : block.substr(std::min(block.size(), block.find_first_not_of("\r\n")))) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (const auto i = kCandidates.find(c); i != std::string_view::npos) ++counts[i];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most > 0) return kCandidates[static_cast<std::size_t>(most - counts.begin())];
    const std::size_t begin = std::min(block.size(), block.find_first_not_of("\r\n"));
    const std::string_view line = trimmed(block.substr(begin, block.find_first_of("\r\n", begin) - begin));
    const bool blanks = line.find(' ') != std::string_view::npos && line.find('"') == std::string_view::npos;
    return blanks ? kBlanks : kCandidates[0];
}

}  // namespace

CsvReader::CsvReader(std::istream& in, std::string name, CsvOptions options)
    : in_(in), name_(std::move(name)), options_(options), block_(kBlockBytes), line_(options.firstLine) {}

bool CsvReader::fill() {
    in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
    at_ = 0;
    end_ = static_cast<std::size_t>(in_.gcount());
    return end_ > 0;
}

int CsvReader::peek() {
    if (at_ == end_ && !fill()) return kEnd;
    return static_cast<unsigned char>(block_[at_]);
}

int CsvReader::get() {
    const int c = peek();
    if (c != kEnd) ++at_;
    return c;
}

Result<void> CsvReader::start() {
    started_ = true;
    fill();
    const std::string_view block(block_.data(), end_);
    if (block.starts_with("\xFF\xFE") || block.starts_with("\xFE\xFF"))
        return fail(ErrorCode::kFormat, say("“{}” is UTF-16 text; save it as CSV in UTF-8.", name_));
    if (block.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
    if (options_.delimiter == 0) options_.delimiter = likelyDelimiter(block.substr(at_));
    return {};
}

Result<void> CsvReader::account(int c) {
    if (c == 0)
        return fail(ErrorCode::kFormat, say("Line {} of “{}” holds a zero byte; this is not a text file.", line_, name_));
    if (++recordBytes_ > options_.maxRecordBytes)
        return fail(ErrorCode::kFormat, say("Line {} of “{}” is longer than {} KiB; check that the file is a CSV table and "
                                            "that no closing quote is missing.",
                                            recordLine_, name_, options_.maxRecordBytes / 1024));
    return {};
}

void CsvReader::endLine(int c) {
    // CR counts unless LF follows, LF always: CRLF is one line end.
    if (c == '\n' || (c == '\r' && peek() != '\n')) ++line_;
}

Result<void> CsvReader::readQuoted(std::string& field) {
    for (int c = get(); c != kEnd; c = get()) {
        if (const auto fine = account(c); !fine) return fine;
        if (c == '"') {
            if (peek() != '"') return {};
            get();
            ++recordBytes_;
        }
        endLine(c);
        field.push_back(static_cast<char>(c));
    }
    return fail(ErrorCode::kFormat, say("Line {} of “{}” opens a quote that is never closed.", recordLine_, name_));
}

/// Without quotes.
Result<bool> CsvReader::readLine(std::vector<std::string>& fields) {
    std::string line;
    for (;;) {
        const int c = get();
        if (c == '\r' && peek() == '\n') get();
        if (c != kEnd) endLine(c);
        if (c == kEnd || c == '\n' || c == '\r') break;
        if (const auto fine = account(c); !fine) return forward(fine);
        line.push_back(static_cast<char>(c));
    }
    if (options_.delimiter == kBlanks)
        splitAtBlanks(line, fields);
    else
        fields.assign(1, std::move(line));
    return true;
}

Result<bool> CsvReader::readRecord(std::vector<std::string>& fields) {
    if (options_.delimiter == kBlanks || options_.delimiter == kWholeLines) return readLine(fields);
    std::size_t count = 0;
    const auto nextField = [&]() -> std::string& {
        if (count == fields.size()) fields.emplace_back();
        fields[count].clear();
        return fields[count++];
    };
    std::string* field = &nextField();
    bool quoted = false;  // The field was in quotes and these are closed.
    for (;;) {
        const int c = get();
        if (c == kEnd || c == '\n' || c == '\r') {
            if (c == '\r' && peek() == '\n') get();
            if (c != kEnd) ++line_;
            fields.resize(count);
            return true;
        }
        if (const auto fine = account(c); !fine) return forward(fine);
        if (c == static_cast<unsigned char>(options_.delimiter)) {
            field = &nextField();
            quoted = false;
        } else if (quoted) {
            return fail(ErrorCode::kFormat,
                        say("Line {} of “{}” has text behind a closing quote; a quote inside a quoted value "
                            "is written twice.",
                            line_, name_));
        } else if (c == '"' && field->empty()) {
            if (const auto fine = readQuoted(*field); !fine) return forward(fine);
            quoted = true;
        } else {
            field->push_back(static_cast<char>(c));
        }
    }
}

Result<bool> CsvReader::next(std::vector<std::string>& fields) {
    if (!started_)
        if (const auto started = start(); !started) return forward(started);
    for (;;) {
        for (int c = peek(); c == '\n' || c == '\r'; c = peek()) {
            get();
            endLine(c);
        }
        if (peek() == kEnd) {
            fields.clear();
            if (in_.bad()) return fail(ErrorCode::kIo, say("Reading “{}” failed at line {}.", name_, line_));
            return false;
        }
        recordLine_ = line_;
        recordBytes_ = 0;
        const auto record = readRecord(fields);
        // A line of nothing but blanks has no fields where blanks separate these.
        if (!record || !fields.empty()) return record;
    }
}

void splitAtBlanks(std::string_view line, std::vector<std::string>& fields) {
    struct Word {
        std::size_t begin, end;
        bool image, number;
    };
    std::vector<Word> words;
    for (std::size_t begin = line.find_first_not_of(kBetween); begin != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(kBetween, begin), line.size());
        const std::string_view word = line.substr(begin, end - begin);
        words.push_back({begin, end, endsAsImages(word), parseNumber(word).has_value()});
        begin = line.find_first_not_of(kBetween, end);
    }
    std::vector<Word> joined;
    std::size_t first = 0;  // Of the words that may belong to the next image's path.
    for (std::size_t i = 0; i < words.size(); ++i) {
        Word word = words[i];
        if (word.image && (first > 0 || i + 1 < words.size()) && first < i) {
            joined.resize(joined.size() - (i - first));
            word.begin = words[first].begin;
        }
        if (word.image || word.number) first = i + 1;
        joined.push_back(word);
    }
    fields.clear();
    for (const Word& word : joined) fields.emplace_back(line.substr(word.begin, word.end - word.begin));
}

void guardFormulasInCsv(bool guard) { guardFormulas.store(guard); }

std::string csvQuoted(std::string_view raw, char delimiter) {
    std::string guarded;
    if (guardFormulas.load(std::memory_order_relaxed) && looksLikeFormula(raw)) guarded = "'" + std::string(raw);
    const std::string_view field = guarded.empty() ? raw : std::string_view(guarded);
    const bool plain = field.find(delimiter) == std::string_view::npos &&
                       field.find_first_of("\"\r\n") == std::string_view::npos && !field.starts_with(kByteOrderMark);
    if (plain) return std::string(field);
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csvRecord(std::span<const std::string> fields, char delimiter) {
    // A lone empty field would be an empty line, which readers skip.
    if (fields.size() == 1 && fields[0].empty()) return "\"\"\n";
    std::string record;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) record += delimiter;
        record += csvQuoted(fields[i], delimiter);
    }
    return record + '\n';
}

}  // namespace facespace
