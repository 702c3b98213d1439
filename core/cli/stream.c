/* stream: pieces of input, whole lines of output, signals and progress; see
 * batch.h. The only state outside of structs is which signal came, and when
 * progress was shown: a process has one of each. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "batch.h"

#define READER_BYTES ((size_t)256 << 10)

bool reader_open(struct reader *reader, const char *name) {
    *reader = (struct reader){.fd = strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY)};
    if (reader->fd < 0) return false;
    struct stat status;
    if (fstat(reader->fd, &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            errno = EISDIR;
            return false;
        }
        if (S_ISREG(status.st_mode)) reader->size = (long long)status.st_size;
    }
    reader->at = malloc(READER_BYTES);
    return reader->at != NULL;
}

void reader_close(struct reader *reader) {
    free(reader->at);
    if (reader->fd > STDIN_FILENO) close(reader->fd);
    *reader = (struct reader){.ended = true};
}

bool reader_take(struct reader *reader, struct piece *out) {
    const char *feed = NULL;
    if (reader->scanned < reader->to)
        feed = memchr(reader->at + reader->scanned, '\n', reader->to - reader->scanned);
    size_t end = feed ? (size_t)(feed - reader->at) + 1 : reader->to;
    reader->scanned = end;
    bool full = reader->to - reader->from == READER_BYTES;
    if (end == reader->from || (!feed && !full && !reader->ended)) return false;
    *out = (struct piece){reader->at + reader->from, end - reader->from, !reader->inside_line, feed != NULL};
    reader->inside_line = !feed;
    reader->from = end;
    return true;
}

void reader_fill(struct reader *reader) {
    size_t left = reader->to - reader->from;
    if (reader->from > 0) memmove(reader->at, reader->at + reader->from, left);
    reader->scanned -= reader->from;
    reader->from = 0;
    reader->to = left;
    ssize_t size = read(reader->fd, reader->at + left, READER_BYTES - left);
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (size <= 0) reader->ended = true;
    if (size < 0) reader->error = errno;
    if (size > 0) {
        reader->to += (size_t)size;
        reader->read += size;
    }
}

void write_whole(const char *bytes, size_t size) {
    while (size > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, size);
        if (written < 0 && errno == EINTR) continue; /* the line is finished first */
        if (written < 0 && errno == EAGAIN) {
            poll(&(struct pollfd){STDOUT_FILENO, POLLOUT, 0}, 1, WAIT_MILLISECONDS);
            continue;
        }
        if (written < 0 && (errno == EPIPE || errno == ECONNRESET)) end_by_signal(SIGPIPE);
        if (written < 0) {
            fprintf(stderr, "honmono: standard output: %s\n", strerror(errno));
            exit(EXIT_STOPPED);
        }
        bytes += written;
        size -= (size_t)written;
    }
}

static volatile sig_atomic_t asked_to_stop;

static void ask_to_stop(int which) { asked_to_stop = which; }

void stop_install(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction before, action = {.sa_handler = ask_to_stop, .sa_flags = (int)SA_RESETHAND};
        sigemptyset(&action.sa_mask);
        /* What the caller wanted ignored (nohup) stays ignored. */
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN); /* comes as EPIPE: a worker may have died as well */
}

int stop_signal(void) { return asked_to_stop; }

void end_by_signal(int which) {
    progress_clear();
    signal(which, SIG_DFL);
    raise(which);
    exit(128 + which);
}

static double progress_at = -1; /* seconds when it was last shown; < 0: never */

static double now_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void progress_show(const struct batch *batch, long long lines) {
    static int wanted = -1;
    if (wanted < 0) wanted = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
    if (!wanted) return;
    double now = now_seconds();
    if (progress_at >= 0 && now - progress_at < WAIT_MILLISECONDS / 1e3) return;
    progress_at = now;
    long long done = batch->kind == BATCH_FILES ? lines : batch->reader.read;
    long long all = batch->kind == BATCH_FILES ? batch->count : batch->reader.size;
    fprintf(stderr, "\rhonmono: %lld checked", lines);
    if (batch->kind != BATCH_FILES) fprintf(stderr, ", %lld MiB", done >> 20);
    if (all > 0) fprintf(stderr, ", %lld %%", done * 100 / all);
    fputs("\033[K", stderr);
}

void progress_clear(void) {
    if (progress_at >= 0) fputs("\r\033[K", stderr);
    progress_at = -1;
}
