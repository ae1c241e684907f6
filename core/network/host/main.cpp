// facespace-network-host: runs one network for the program that started it, which sends crops on standard input and reads
// features from standard output (core/network/protocol.h). It is a program of its own because a network is executable
// code that may crash, and because LibTorch and Mesa do not live in one process.
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <span>
#include <string_view>
#include <thread>

#include "core/common/memory.h"
#include "core/network/host/cage.h"
#include "core/network/host/checked_network.h"
#include "core/network/host/weights_memory.h"
#include "core/network/protocol.h"

namespace {

using namespace facespace;
using protocol::complaint;
using protocol::Complaint;
using protocol::Kind;

/// Keeps the two ends of the pipe for us: what libraries print on standard output must not get between the messages.
struct Channel {
    int in = -1;
    int out = -1;
};

std::optional<Channel> takeStandardStreams() {
    constexpr int kFirst = protocol::kWeightsDescriptor + 1;
    ::syscall(SYS_close_range, kFirst, ~0U, 0);  // Whatever else the program that started us had open.
    const Channel channel{::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, kFirst), ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, kFirst)};
    const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (channel.in < 0 || channel.out < 0 || null < 0) return std::nullopt;
    if (::dup2(null, STDIN_FILENO) < 0 || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0) return std::nullopt;
    return channel;
}

/// Ends this program when the other end is gone, also in the middle of a forward pass.
void endWithTheOtherSide(int fd) {
    std::thread([fd] {
        for (;;) {
            pollfd watched{fd, POLLRDHUP, 0};
            if (::poll(&watched, 1, -1) < 0 && errno != EINTR) return;
            if ((watched.revents & (POLLHUP | POLLRDHUP | POLLERR | POLLNVAL)) != 0) std::_Exit(0);
        }
    }).detach();
}

Result<void> readAll(int fd, std::byte* to, std::size_t size) {
    while (size > 0) {
        const ssize_t got = ::read(fd, to, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) std::_Exit(0);  // The other side is gone: there is nobody to tell.
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return {};
}

void writeAll(int fd, const void* data, std::size_t size) {
    const auto* from = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t put = ::write(fd, from, size);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) std::_Exit(0);
        from += put;
        size -= static_cast<std::size_t>(put);
    }
}

void send(const Channel& channel, Kind kind, const void* data, std::size_t size) {
    const auto header = protocol::encodeHeader(kind, size);
    writeAll(channel.out, header.data(), header.size());
    writeAll(channel.out, data, size);
}

void sendText(const Channel& channel, Kind kind, const std::string& text) { send(channel, kind, text.data(), text.size()); }

class Server {
  public:
    explicit Server(Channel channel) : channel_(channel) {}

    int serve() {
        for (;;) {
            const auto message =
                protocol::readMessage([this](std::byte* to, std::size_t size) { return readAll(channel_.in, to, size); });
            if (!message) {
                complain(complaint(Complaint::kUnreadableMessage, message.error().message));
                return 2;
            }
            const auto done = answer(*message);
            if (!done) complain(done.error().message);
        }
    }

  private:
    void complain(const Text& what) { sendText(channel_, Kind::kError, protocol::complaintToJson(what)); }

    Result<void> answer(const protocol::Message& message) {
        try {
            if (message.kind == Kind::kLoad) return load(message.text());
            if (message.kind == Kind::kForward) return features(message);
            return fail(ErrorCode::kFormat, complaint(Complaint::kUnexpectedMessage));
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::kModel, complaint(Complaint::kNoMemoryLeft));
        }
    }

    Result<void> load(const std::string& json) {
        const auto request = protocol::loadRequestFromJson(json);
        if (!request) return forward(request);
        const auto weights = host::WeightsMemory::take();
        if (!weights)
            return fail(ErrorCode::kModel, complaint(Complaint::kNotLoaded, request->weights, weights.error().message));
        if (auto closed = closeCage(*request, weights->bytes().size()); !closed) return closed;
        if (request->listLayers) return listLayers(*request, weights->bytes());
        auto network = host::CheckedNetwork::load(*request, weights->bytes());
        if (!network) return forward(network);
        network_.emplace(std::move(*network));
        cropBytes_ = static_cast<std::size_t>(request->width) * static_cast<std::size_t>(request->height) * 3;
        sendText(channel_, Kind::kReady, protocol::toJson(network_->ready()));
        return {};
    }

    Result<void> listLayers(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
        const auto backend = host::backendNamed(request.backend);
        if (!backend) return forward(backend);
        auto listing = backend->list(request, weights);
        if (!listing)
            return fail(ErrorCode::kModel, complaint(Complaint::kNotLoaded, request.weights, listing.error().message));
        protocol::ReadyReply reply;
        reply.batch = 1;
        reply.layers = std::move(listing->layers);
        reply.outputs = std::move(listing->outputs);
        sendText(channel_, Kind::kReady, protocol::toJson(reply));
        return {};
    }

    /// Everything up to here is ours; from here on a network's bytes are looked at.
    Result<void> closeCage(const protocol::LoadRequest& request, std::size_t weights) {
        host::CageOptions cage;
        const auto backend = host::backendNamed(request.backend);
        if (!backend) return forward(backend);
        cage.gpu = backend->prepare(request);
        cage.memory = host::addressSpaceFor(request, weights);
        if (auto locked = host::lockFiles(cage); !locked) return locked;
        endWithTheOtherSide(channel_.in);
        return host::lockSystem(cage);
    }

    Result<void> features(const protocol::Message& message) {
        const std::size_t bytes = message.payload.size();
        if (!network_ || bytes == 0 || bytes % cropBytes_ != 0)
            return fail(ErrorCode::kFormat, complaint(Complaint::kWrongCrops));
        const auto values = network_->features({reinterpret_cast<const std::uint8_t*>(message.payload.data()), bytes});
        if (!values) return forward(values);
        send(channel_, Kind::kFeatures, values->data(), values->size() * sizeof(float));
        return {};
    }

    Channel channel_;
    std::optional<host::CheckedNetwork> network_;
    std::size_t cropBytes_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    facespace::keepFreedMemory();
    if (argc > 1) {
        const std::string_view option = argv[1];
        if (option == "--version" || option == "--help") {
            std::puts("facespace-network-host: runs a network for FaceSpace, which starts it. It takes no arguments.");
            return 0;
        }
        std::fputs("facespace-network-host takes no arguments; FaceSpace starts it.\n", stderr);
        return 2;
    }
    // Ctrl-C in a terminal goes to the whole group: the program that started us decides what it means.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    const auto channel = takeStandardStreams();
    if (!channel) {
        std::fprintf(stderr, "facespace-network-host: %s\n", std::strerror(errno));
        return 1;
    }
    std::_Exit(Server(*channel).serve());  // Without unloading libraries under a running thread.
}
