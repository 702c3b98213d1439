/* batch: runs a batch in this process, or hands it to several; see batch.h.
 *
 * Every line is written as soon as it is there, so that what stands between two
 * programs never waits for more input than it has got. */
#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <poll.h>
#include <string.h>

#include "batch.h"

static void wait_for_input(struct reader *reader) {
    struct pollfd wanted = {reader->fd, POLLIN, 0};
    if (poll(&wanted, 1, WAIT_MILLISECONDS) > 0) reader_fill(reader);
}

static int run_alone(struct batch *batch) {
    struct buffer scratch = {0}, line = {0};
    struct item item;
    enum next next;
    long long lines = 0;
    int exit_code = EXIT_DONE;
    while (!stop_signal() && (next = batch_next(batch, &item)) != NEXT_END) {
        progress_show(batch, lines);
        if (next == NEXT_NEEDS_INPUT) {
            wait_for_input(&batch->reader);
            continue;
        }
        if (!batch_judge(batch, &item, &scratch, &line)) exit_code = EXIT_ITEM_FAILED;
        write_whole(line.at, line.size);
        buffer_empty(&line);
        buffer_empty(&scratch);
        lines++;
    }
    buffer_free(&scratch);
    buffer_free(&line);
    return exit_code;
}

/* Otherwise glibc gives the memory of every message back to the system and asks
 * for it again: three quarters of the time of a batch of small messages. */
static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
#endif
}

int batch_run(struct batch *batch, const char *input, int jobs) {
    if (batch->kind != BATCH_FILES && !reader_open(&batch->reader, input)) {
        fprintf(stderr, "honmono: %s: %s\n", input, strerror(errno));
        return EXIT_STOPPED;
    }
    stop_install();
    keep_memory();
    int exit_code = jobs > 1 ? jobs_run(batch, jobs) : run_alone(batch);
    progress_clear();
    if (batch->reader.error) {
        fprintf(stderr, "honmono: %s: %s\n", input, strerror(batch->reader.error));
        exit_code = EXIT_STOPPED;
    }
    reader_close(&batch->reader);
    buffer_free(&batch->text);
    if (stop_signal()) end_by_signal(stop_signal());
    return exit_code;
}
