#include "core/dataset/csv.h"

#include <random>
#include <sstream>

#include "tests/unit/dataset/set_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

using Table = std::vector<std::vector<std::string>>;

Result<Table> readAll(const std::string& text, CsvOptions options = {}) {
    std::istringstream in(text);
    CsvReader csv(in, "t.csv", options);
    Table table;
    std::vector<std::string> fields;
    for (;;) {
        const auto more = csv.next(fields);
        if (!more) return forward(more);
        if (!*more) return table;
        table.push_back(fields);
    }
}

/// A stream of `bytes` times the same character, made as it is read.
class EndlessLine : public std::streambuf {
  public:
    EndlessLine(char c, std::int64_t bytes) : block_(1 << 16, c), left_(bytes) {}
    std::int64_t given() const { return given_; }

  protected:
    int_type underflow() override {
        if (left_ <= 0) return traits_type::eof();
        const auto count = std::min<std::int64_t>(left_, static_cast<std::int64_t>(block_.size()));
        left_ -= count;
        given_ += count;
        setg(block_.data(), block_.data(), block_.data() + count);
        return traits_type::to_int_type(block_[0]);
    }

  private:
    std::string block_;
    std::int64_t left_, given_ = 0;
};

}  // namespace

TEST(Csv, ReadsQuotesDelimitersAndLineEnds) {
    EXPECT_EQ(readAll("a,b\n1,2\n").value(), (Table{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(readAll("a,b\r\n1,2").value(), (Table{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(readAll("a,b\r1,2\r").value(), (Table{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(readAll("\xEF\xBB\xBF"
                      "a,b\n\n\n,\n")
                  .value(),
              (Table{{"a", "b"}, {"", ""}}));
    EXPECT_EQ(readAll("\"a,\"\"b\"\"\",\"two\r\nlines\"\n").value(), (Table{{"a,\"b\"", "two\r\nlines"}}));
    EXPECT_EQ(readAll("5\" disk,x\n").value(), (Table{{"5\" disk", "x"}}));
    EXPECT_EQ(readAll("\"\"\n").value(), (Table{{""}}));
    EXPECT_EQ(readAll("").value(), Table{});
}

TEST(Csv, FindsTheDelimiterInTheHeader) {
    EXPECT_EQ(readAll("a\tb,c\td\n1\t2,5\t3\n").value(), (Table{{"a", "b,c", "d"}, {"1", "2,5", "3"}}));
    EXPECT_EQ(readAll("a;b\n1,5;2\n").value(), (Table{{"a", "b"}, {"1,5", "2"}}));
    EXPECT_EQ(readAll("\"a;;;\",b\n").value(), (Table{{"a;;;", "b"}}));
    EXPECT_EQ(readAll("a;b\n", CsvOptions{',', 100}).value(), (Table{{"a;b"}}));
}

TEST(Csv, CountsLinesInsideQuotesAndBetweenRecords) {
    std::istringstream in("a,b\r\n\r\n\"x\r\ny\",1\r\nlast,2\n");
    CsvReader csv(in, "t.csv");
    std::vector<std::string> fields;
    std::vector<std::int64_t> lines;
    while (csv.next(fields).value()) lines.push_back(csv.line());
    EXPECT_EQ(lines, (std::vector<std::int64_t>{1, 3, 5}));
}

TEST(Csv, RefusesWhatIsNotCsv) {
    EXPECT_TRUE(failsWith(readAll("a,b\n\"open,1\n2,3\n"), ErrorCode::kFormat, {"Line 2", "“t.csv”", "never closed"}));
    EXPECT_TRUE(failsWith(readAll("a,b\n\"x\"y,1\n"), ErrorCode::kFormat, {"Line 2", "closing quote"}));
    EXPECT_TRUE(failsWith(readAll(std::string("a,b\nx\0y,1\n", 10)), ErrorCode::kFormat, {"Line 2", "zero byte"}));
    EXPECT_TRUE(failsWith(readAll("\xFF\xFE"
                                  "a"),
                          ErrorCode::kFormat, {"UTF-16"}));
}

TEST(Csv, ALineOfAGigabyteIsRefusedAfterAMegabyte) {
    for (const char c : {'x', ',', '"'}) {
        EndlessLine buffer(c, std::int64_t{1} << 30);
        std::istream in(&buffer);
        CsvReader csv(in, "big.csv");
        std::vector<std::string> fields;
        EXPECT_TRUE(failsWith(csv.next(fields), ErrorCode::kFormat, {"Line 1", "“big.csv”", "longer than 1024 KiB"}));
        EXPECT_LT(buffer.given(), 2 << 20);
    }
}

TEST(Csv, TheLimitIsPerRecordAndExact) {
    EXPECT_TRUE(readAll("aaaa,bbbbb\nx,y\naaaa,bbbbb\n", CsvOptions{0, 10}));
    EXPECT_FALSE(readAll("aaaa,bbbbbb\n", CsvOptions{0, 10}));
}

TEST(Csv, FormulasAreGuardedOnRequest) {
    const std::vector<std::string> evil{"=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1"};
    guardFormulasInCsv(true);
    EXPECT_EQ(csvQuoted("=1+1"), "'=1+1");
    for (const std::string& field : evil)
        EXPECT_TRUE(csvQuoted(field).starts_with("'") || csvQuoted(field).starts_with("\"'")) << field;
    for (const char* plain : {"-12.5", "+3", "1e5", "a=b", "", "Ann", "-1e-3"}) EXPECT_EQ(csvQuoted(plain), plain);
    EXPECT_EQ(csvRecord(std::vector<std::string>{"=1", "x"}), "'=1,x\n");
    guardFormulasInCsv(false);
    EXPECT_EQ(csvQuoted("=1+1"), "=1+1");
}

TEST(CsvProperty, RecordsSurviveWritingAndReading) {
    std::mt19937 random(11);
    const std::vector<std::string> pieces{"a",    "Zoë", " ",    ",",  "\t", ";",  "\"",
                                          "\"\"", "\n",  "\r\n", "\r", "|",  "顔", "\xEF\xBB\xBF"};
    for (int trial = 0; trial < 500; ++trial) {
        const char delimiter = ",\t;|"[random() % 4];
        Table table(1 + random() % 6);
        const std::size_t width = 1 + random() % 5;
        std::string text;
        for (auto& record : table) {
            for (std::size_t i = 0; i < width; ++i) {
                std::string& field = record.emplace_back();
                for (auto n = random() % 6; n > 0; --n) field += pieces[random() % pieces.size()];
            }
            text += csvRecord(record, delimiter);
        }
        const auto read = readAll(text, CsvOptions{delimiter, 1 << 20});
        ASSERT_TRUE(read) << read.error().message << "\n" << text;
        ASSERT_EQ(*read, table) << text;
    }
}
