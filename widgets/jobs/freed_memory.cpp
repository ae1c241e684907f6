#include "widgets/jobs/freed_memory.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include "core/common/memory.h"

namespace facespace {
namespace {

constexpr int kSoonMs = 2000;

/// One timer for both: what follows within its time is done with it.
class Soon : public QTimer {
  public:
    explicit Soon(QObject* parent) : QTimer(parent) {
        setSingleShot(true);
        setInterval(kSoonMs);
        callOnTimeout(this, [this] {
            QThreadPool::globalInstance()->start(all_ ? &returnFreedMemory : &trimHeaps);
            all_ = false;
        });
    }
    void ask(bool all) {
        all_ = all_ || all;
        if (!isActive()) start();
    }

  private:
    bool all_ = false;
};

void ask(bool all) {
    static QPointer<Soon> soon;
    if (soon == nullptr) soon = new Soon(QCoreApplication::instance());
    soon->ask(all);
}

}  // namespace

void returnMemorySoon() { ask(true); }
void trimHeapsSoon() { ask(false); }

}  // namespace facespace
