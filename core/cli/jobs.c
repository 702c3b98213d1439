/* jobs: a batch by several processes, its lines in the order of the input.
 *
 * This process reads and writes; every worker is a fork that gets items by one
 * pipe, each behind a `struct frame`, and answers each by one line on another.
 * An item goes to the worker with the fewest in hand; `turns` remembers whose
 * answer comes next. Memory is bounded because a worker that is behind gets no
 * more items, and one that is ahead is not listened to: its pipe fills up and
 * it waits. A worker that dies ends the run at its item, never silently. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch.h"

#define IN_HAND_MAX 32u /* items of one worker, so that the small ones behind a large one are many */
#define UNSENT_BYTES ((size_t)64 << 10)
#define UNHEARD_BYTES ((size_t)256 << 10)

struct frame {
    long long number;
    size_t size;
    bool too_large;
};

struct worker {
    pid_t pid;
    int to, from;
    struct buffer unsent, heard;
    size_t sent, written, scanned; /* places in them: what is done, what holds no line feed */
    size_t in_hand;
    bool dead;
};

struct jobs {
    struct batch *batch;
    struct worker *workers;
    size_t count;
    size_t *turns, first, queued; /* a ring of count * IN_HAND_MAX indexes of workers */
    long long lines;
    bool needs_input, all_read;
};

/* ---- the worker's end ---- */

static bool read_whole(char *out, size_t size) {
    while (size > 0) {
        ssize_t got = read(STDIN_FILENO, out, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        out += got;
        size -= (size_t)got;
    }
    return true;
}

static void work(const struct batch *batch) {
    struct buffer bytes = {0}, scratch = {0}, line = {0};
    int exit_code = EXIT_DONE;
    for (struct frame frame; read_whole((char *)&frame, sizeof frame);) {
        buffer_reserve(&bytes, frame.size);
        if (!read_whole(bytes.at, frame.size)) break;
        struct item item = {frame.number, frame.too_large, bytes.at, frame.size};
        if (!batch_judge(batch, &item, &scratch, &line)) exit_code = EXIT_ITEM_FAILED;
        write_whole(line.at, line.size);
        bytes.size = frame.size;
        buffer_empty(&bytes);
        buffer_empty(&scratch);
        buffer_empty(&line);
    }
    _exit(exit_code);
}

/* The pipes become standard input and output; the rest is closed, so that
 * whoever waits for an end waits for one process only. Signals from a terminal
 * reach all processes: the first one decides. */
static void become_worker(const struct jobs *jobs, size_t index, int in, int out) {
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    for (size_t i = 0; i < index; i++) {
        close(jobs->workers[i].to);
        close(jobs->workers[i].from);
    }
    if (jobs->batch->reader.fd > STDIN_FILENO) close(jobs->batch->reader.fd);
    if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0) _exit(EXIT_STOPPED);
    close(in);
    close(out);
    work(jobs->batch);
}

/* ---- this end ---- */

static bool start_worker(struct jobs *jobs, size_t index) {
    int to[2], from[2];
    if (pipe(to) < 0) return false;
    if (pipe(from) < 0) {
        close(to[0]);
        close(to[1]);
        return false;
    }
    struct worker *worker = &jobs->workers[index];
    *worker = (struct worker){.pid = fork(), .to = to[1], .from = from[0]};
    if (worker->pid == 0) {
        close(to[1]);
        close(from[0]);
        become_worker(jobs, index, to[0], from[1]);
    }
    close(to[0]);
    close(from[1]);
    fcntl(worker->to, F_SETFL, O_NONBLOCK);
    fcntl(worker->from, F_SETFL, O_NONBLOCK);
    return worker->pid > 0;
}

static struct worker *find_free(struct jobs *jobs) {
    struct worker *best = NULL;
    for (size_t i = 0; i < jobs->count; i++) {
        struct worker *worker = &jobs->workers[i];
        if (worker->in_hand >= IN_HAND_MAX || worker->unsent.size >= UNSENT_BYTES) continue;
        if (!best || worker->in_hand < best->in_hand) best = worker;
    }
    return best;
}

static void hand_out(struct jobs *jobs) {
    jobs->needs_input = false;
    for (struct worker *worker; !jobs->all_read && (worker = find_free(jobs));) {
        struct item item;
        enum next next = batch_next(jobs->batch, &item);
        jobs->needs_input = next == NEXT_NEEDS_INPUT;
        jobs->all_read = next == NEXT_END;
        if (next != NEXT_ITEM) return;
        struct frame frame;
        memset(&frame, 0, sizeof frame); /* its padding is written as well */
        frame.number = item.number;
        frame.size = item.size;
        frame.too_large = item.too_large;
        buffer_add(&worker->unsent, (const char *)&frame, sizeof frame);
        buffer_add(&worker->unsent, item.at, item.size);
        worker->in_hand++;
        size_t place = (jobs->first + jobs->queued++) % (jobs->count * IN_HAND_MAX);
        jobs->turns[place] = (size_t)(worker - jobs->workers);
    }
}

/* Nothing more is read once a worker is dead; the others finish what is before. */
static void bury(struct jobs *jobs, struct worker *worker) {
    worker->dead = jobs->all_read = true;
    buffer_empty(&worker->unsent);
    worker->sent = 0;
}

static void send(struct jobs *jobs, struct worker *worker) {
    struct buffer *unsent = &worker->unsent;
    ssize_t size = write(worker->to, unsent->at + worker->sent, unsent->size - worker->sent);
    if (size < 0 && errno != EAGAIN && errno != EINTR) bury(jobs, worker);
    if (size <= 0) return;
    worker->sent += (size_t)size;
    if (worker->sent < unsent->size) return;
    buffer_empty(unsent);
    worker->sent = 0;
}

static void hear(struct jobs *jobs, struct worker *worker) {
    struct buffer *heard = &worker->heard;
    size_t left = heard->size - worker->written;
    if (left == 0)
        buffer_empty(heard);
    else
        memmove(heard->at, heard->at + worker->written, left);
    heard->size = left;
    worker->scanned -= worker->written;
    worker->written = 0;
    buffer_reserve(heard, UNSENT_BYTES);
    ssize_t size = read(worker->from, heard->at + left, UNSENT_BYTES);
    if (size > 0) heard->size += (size_t)size;
    if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR)) bury(jobs, worker);
}

/* Waits until something can be read or written, and does it. */
static void exchange(struct jobs *jobs, struct pollfd *fds) {
    size_t turn = jobs->turns[jobs->first];
    for (size_t i = 0; i < jobs->count; i++) {
        const struct worker *worker = &jobs->workers[i];
        bool listen = !worker->dead && (i == turn || worker->heard.size - worker->written < UNHEARD_BYTES);
        fds[2 * i] = (struct pollfd){listen ? worker->from : -1, POLLIN, 0};
        fds[2 * i + 1] = (struct pollfd){worker->unsent.size ? worker->to : -1, POLLOUT, 0};
    }
    bool wants_input = jobs->needs_input && !jobs->all_read;
    fds[2 * jobs->count] = (struct pollfd){wants_input ? jobs->batch->reader.fd : -1, POLLIN, 0};
    if (poll(fds, (nfds_t)(2 * jobs->count + 1), WAIT_MILLISECONDS) <= 0) return;
    for (size_t i = 0; i < jobs->count; i++) {
        if (fds[2 * i].revents) hear(jobs, &jobs->workers[i]);
        if (fds[2 * i + 1].revents && jobs->workers[i].unsent.size) send(jobs, &jobs->workers[i]);
    }
    if (fds[2 * jobs->count].revents) reader_fill(&jobs->batch->reader);
}

static void report_death(const struct jobs *jobs, struct worker *worker) {
    int status = 0;
    waitpid(worker->pid, &status, 0);
    worker->pid = 0;
    progress_clear();
    bool by_signal = WIFSIGNALED(status);
    fprintf(
        stderr, "honmono: a worker ended by %s %d at item %lld (counted from 0); the run stops before it\n",
        by_signal ? "signal" : "exit code", by_signal ? WTERMSIG(status) : WEXITSTATUS(status), jobs->lines);
}

/* Writes the lines whose turn it is; false when the next one will never come. */
static bool write_in_order(struct jobs *jobs) {
    while (jobs->queued > 0 && !stop_signal()) {
        struct worker *worker = &jobs->workers[jobs->turns[jobs->first]];
        const struct buffer *heard = &worker->heard;
        const char *feed = NULL;
        if (worker->scanned < heard->size)
            feed = memchr(heard->at + worker->scanned, '\n', heard->size - worker->scanned);
        worker->scanned = feed ? (size_t)(feed - heard->at) + 1 : heard->size;
        if (!feed && worker->dead) {
            report_death(jobs, worker);
            return false;
        }
        if (!feed) return true;
        write_whole(heard->at + worker->written, worker->scanned - worker->written);
        worker->written = worker->scanned;
        worker->in_hand--;
        jobs->first = (jobs->first + 1) % (jobs->count * IN_HAND_MAX);
        jobs->queued--;
        jobs->lines++;
    }
    return true;
}

/* Ends all workers, at once or when they have nothing more to do; the worst of
 * their exit codes. */
static int end_workers(struct jobs *jobs, bool at_once) {
    int worst = EXIT_DONE;
    for (size_t i = 0; i < jobs->count; i++) {
        struct worker *worker = &jobs->workers[i];
        if (at_once && worker->pid > 0) kill(worker->pid, SIGKILL);
        close(worker->to);
    }
    for (size_t i = 0; i < jobs->count; i++) {
        struct worker *worker = &jobs->workers[i];
        int status = 0;
        if (worker->pid > 0) waitpid(worker->pid, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) > worst) worst = WEXITSTATUS(status);
        close(worker->from);
        buffer_free(&worker->unsent);
        buffer_free(&worker->heard);
    }
    return worst;
}

static bool run(struct jobs *jobs, struct pollfd *fds) {
    while (!stop_signal()) {
        hand_out(jobs);
        if (jobs->all_read && jobs->queued == 0) return true;
        progress_show(jobs->batch, jobs->lines);
        exchange(jobs, fds);
        if (!write_in_order(jobs)) return false;
    }
    return false;
}

int jobs_run(struct batch *batch, int count) {
    size_t wanted = (size_t)count;
    struct jobs jobs = {.batch = batch};
    jobs.workers = calloc(wanted, sizeof *jobs.workers);
    jobs.turns = calloc(wanted * IN_HAND_MAX, sizeof *jobs.turns);
    struct pollfd *fds = calloc(2 * wanted + 1, sizeof *fds);
    bool started = jobs.workers && jobs.turns && fds;
    for (; started && jobs.count < wanted; jobs.count++)
        if (!start_worker(&jobs, jobs.count)) started = false;
    bool done = started && run(&jobs, fds);
    if (!started) fprintf(stderr, "honmono: --jobs %d: %s\n", count, strerror(errno));
    int worst = end_workers(&jobs, !done);
    free(jobs.workers);
    free(jobs.turns);
    free(fds);
    return done ? worst : EXIT_STOPPED;
}
