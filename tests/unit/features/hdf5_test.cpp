#include "core/features/hdf5.h"

#include <gtest/gtest.h>
#include <hdf5.h>
#include <unistd.h>
#include <fstream>
#include <vector>

#include "core/features/feature_io.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

class Hdf5 : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / ("facespace_hdf5_" + std::to_string(::getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    static void add(hid_t file, const char* name, hid_t type, std::vector<hsize_t> sides, bool chunked,
                    bool outside = false) {
        hsize_t count = 1;
        for (const hsize_t side : sides) count *= side;
        std::vector<double> values(count);
        for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<double>(i) / 2;
        const hid_t space = H5Screate_simple(static_cast<int>(sides.size()), sides.data(), nullptr);
        const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
        if (chunked) {
            H5Pset_chunk(properties, static_cast<int>(sides.size()), sides.data());
            H5Pset_deflate(properties, 6);
        }
        if (outside) H5Pset_external(properties, "/etc/passwd", 0, 400);
        const hid_t links = H5Pcreate(H5P_LINK_CREATE);
        H5Pset_create_intermediate_group(links, 1);
        const hid_t dataset = H5Dcreate2(file, name, type, space, links, properties, H5P_DEFAULT);
        if (!outside) H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
        H5Dclose(dataset);
        H5Pclose(links);
        H5Pclose(properties);
        H5Sclose(space);
    }
    template <class Fill>
    fs::path write(const std::string& name, const Fill& fill) const {
        const fs::path file = folder_ / name;
        const hid_t id = H5Fcreate(file.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
        fill(id);
        H5Fclose(id);
        return file;
    }
    static std::string refusal(const fs::path& file) {
        const auto features = readFeatures(file);
        return features ? "it was read" : std::string(features.error().message);
    }
    fs::path folder_;
};

TEST_F(Hdf5, FeaturesOfAnyNumbersAreRead) {
    if (!readsHdf5()) GTEST_SKIP() << "built without libhdf5";
    for (const hid_t type : {H5T_IEEE_F32LE, H5T_IEEE_F64BE, H5T_STD_I32LE})
        for (const bool chunked : {false, true}) {
            const auto features = readFeatures(write("f.h5", [&](hid_t file) { add(file, "x", type, {5, 3}, chunked); }));
            ASSERT_TRUE(features) << features.error().message;
            ASSERT_EQ(features->rows(), 5);
            ASSERT_EQ(features->cols(), 3);
            EXPECT_EQ((*features)(4, 2), 7);
        }
}

TEST_F(Hdf5, OneOfSeveralDatasetsIsNamed) {
    if (!readsHdf5()) GTEST_SKIP() << "built without libhdf5";
    const auto file = write("f.hdf5", [&](hid_t to) {
        add(to, "labels", H5T_STD_I32LE, {5}, false);
        add(to, "net/a", H5T_IEEE_F32LE, {5, 3}, false);
        add(to, "net/b", H5T_IEEE_F32LE, {5, 4}, false);
    });
    EXPECT_NE(refusal(file).find("“net/a”, “net/b”; choose one"), std::string::npos) << refusal(file);
    EXPECT_EQ(readFeatures(file.string() + ":net/b")->cols(), 4);
    EXPECT_EQ(readFeatures(file.string() + ":/net/a")->cols(), 3);
    EXPECT_NE(refusal(file.string() + ":labels").find("holds no dataset “labels”"), std::string::npos);
}

TEST_F(Hdf5, OtherFilesAreNotRead) {
    if (!readsHdf5()) GTEST_SKIP() << "built without libhdf5";
    const auto outside = write("o.h5", [&](hid_t file) { add(file, "x", H5T_STD_I8LE, {20, 20}, false, true); });
    EXPECT_NE(refusal(outside).find("holds no two-dimensional dataset"), std::string::npos) << refusal(outside);
    const auto target = write("t.h5", [&](hid_t file) { add(file, "x", H5T_IEEE_F32LE, {5, 3}, false); });
    const auto linked =
        write("l.h5", [&](hid_t file) { H5Lcreate_external(target.c_str(), "x", file, "x", H5P_DEFAULT, H5P_DEFAULT); });
    EXPECT_NE(refusal(linked).find("holds no two-dimensional dataset"), std::string::npos) << refusal(linked);
}

TEST_F(Hdf5, WhatIsNoneOrDamagedIsRefused) {
    if (!readsHdf5()) GTEST_SKIP() << "built without libhdf5";
    std::ofstream(folder_ / "t.h5") << "no HDF5";
    EXPECT_NE(refusal(folder_ / "t.h5").find("not an HDF5 file"), std::string::npos);
    const auto file = write("f.h5", [&](hid_t to) { add(to, "x", H5T_IEEE_F32LE, {500, 30}, false); });
    fs::resize_file(file, fs::file_size(file) / 2);
    EXPECT_NE(refusal(file), "it was read");
    // A dataset of which nothing was ever written is as large as anybody says.
    const auto empty = write("e.h5", [&](hid_t to) {
        const hsize_t sides[2] = {1'000'000, 1'000'000};
        const hid_t space = H5Screate_simple(2, sides, nullptr);
        H5Dclose(H5Dcreate2(to, "x", H5T_IEEE_F32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
        H5Sclose(space);
    });
    EXPECT_NE(refusal(empty).find("damaged"), std::string::npos) << refusal(empty);
}

}  // namespace
}  // namespace facespace
