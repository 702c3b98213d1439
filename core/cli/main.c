/* main: the command line. `honmono --help` prints what it understands. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"
#include "cli.h"
#include "honmono.h"

static const char help[] =
    "honmono: is this message what it says it is?\n"
    "\n"
    "  honmono check [--kind K] [--options FILE.json] [FILE|-]   one verdict, pretty JSON\n"
    "  honmono check --ndjson [...] FILE...       one compact line per file\n"
    "  honmono check --mbox [...] FILE|-          one compact line per message of an mbox\n"
    "  honmono check --lines [...]                one {\"id\",\"message_base64\",\"options\"} per line of\n"
    "                                             standard input, one line out\n"
    "  honmono link URL... | -                    one line per link; on standard input one per line,\n"
    "                                             a line that begins with \" is a JSON string\n"
    "  honmono codes PICTURE...                   what the QR codes of a PNG or JPEG hold, one line each\n"
    "  honmono catalogue                          everything the core can say, and its data's dates\n"
    "  honmono version\n"
    "  honmono --help\n"
    "\n"
    "K is auto, source, html, text or link. FILE.json holds options (see honmono.h).\n"
    "--jobs N, for many messages: N processes, 0 for one per core; 1 without it. The lines keep\n"
    "the order of the input.\n"
    "Exit 0: every verdict was written. 1: some item failed, its line says why. 2: usage.\n"
    "3: many messages, and the run stopped before the last. Ended by SIGINT or SIGTERM: whole\n"
    "lines only.\n";

#define JOBS_MAX 256

struct arguments {
    const char *kind, *options_file;
    bool ndjson, mbox, lines;
    int jobs; /* 0: not said */
    char **files;
    int count;
};

static int refuse(const char *what, const char *why) {
    fprintf(stderr, "honmono: %s: %s (try honmono --help)\n", what, why);
    return EXIT_USAGE;
}

static bool read_jobs(const char *word, int *out) {
    char *end;
    long number = strtol(word, &end, 10);
    if (end == word || *end || number < 0 || number > JOBS_MAX) return false;
    if (number == 0) number = sysconf(_SC_NPROCESSORS_ONLN);
    *out = number < 1 ? 1 : number > JOBS_MAX ? JOBS_MAX : (int)number;
    return true;
}

/* Reads options in front of the files; -1 when they are fine. */
static int read_arguments(int count, char **words, struct arguments *out) {
    int i = 0;
    for (; i < count; i++) {
        const char *word = words[i];
        if (strcmp(word, "--") == 0) {
            i++;
            break;
        }
        if (word[0] != '-' || word[1] == '\0') break;
        if (strcmp(word, "--ndjson") == 0)
            out->ndjson = true;
        else if (strcmp(word, "--mbox") == 0)
            out->mbox = true;
        else if (strcmp(word, "--lines") == 0)
            out->lines = true;
        else if (strcmp(word, "--kind") != 0 && strcmp(word, "--options") != 0 && strcmp(word, "--jobs") != 0)
            return refuse(word, "unknown option");
        else if (++i >= count)
            return refuse(word, "needs a value");
        else if (word[2] == 'k')
            out->kind = words[i];
        else if (word[2] == 'o')
            out->options_file = words[i];
        else if (!read_jobs(words[i], &out->jobs))
            return refuse(word, "a number of processes, at most 256, or 0 for one per core");
    }
    if (out->ndjson + out->mbox + out->lines > 1)
        return refuse("--ndjson, --mbox, --lines", "only one of them");
    if (out->jobs && !out->ndjson && !out->mbox && !out->lines)
        return refuse("--jobs", "goes with --ndjson, --mbox or --lines");
    out->files = words + i;
    out->count = count - i;
    return -1;
}

/* The options text with `kind` put in front; a kind in the file too is then a
 * duplicate key, which the core names. False: said on standard error. */
static bool make_options(const struct arguments *arguments, struct buffer *out) {
    static const char *const kinds[] = {"auto", "source", "html", "text", "link"};
    const char *why = "";
    if (arguments->options_file && !read_file(arguments->options_file, out, 1 << 20, &why)) {
        fprintf(stderr, "honmono: %s: %s\n", arguments->options_file, why);
        return false;
    }
    if (arguments->kind) {
        bool known = false;
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            known = known || strcmp(kinds[i], arguments->kind) == 0;
        if (!known) {
            refuse("--kind", "not one of auto, source, html, text, link");
            return false;
        }
        size_t open = 0;
        while (open < out->size && strchr(" \t\r\n", out->at[open])) open++;
        struct buffer merged = {0};
        bool has_more = open < out->size && out->at[open] == '{';
        size_t after = has_more ? open + 1 : out->size;
        while (after < out->size && strchr(" \t\r\n", out->at[after])) after++;
        bool empty = !has_more || (after < out->size && out->at[after] == '}');
        if (out->size && !has_more) return true; /* not an object: the core says so */
        buffer_add(&merged, "{\"kind\":\"", 9);
        buffer_add(&merged, arguments->kind, strlen(arguments->kind));
        buffer_add(&merged, "\",", empty ? 1 : 2);
        if (has_more)
            buffer_add(&merged, out->at + open + 1, out->size - open - 1);
        else
            buffer_add(&merged, "}", 1);
        buffer_free(out);
        *out = merged;
    }
    if (out->size) buffer_add(out, "", 1);
    return true;
}

static bool options_are_fine(const char *options) {
    char *problem = honmono_options_problem(options);
    if (problem) fprintf(stderr, "honmono: options: %s\n", problem);
    bool fine = !problem;
    honmono_free(problem);
    return fine;
}

static int check_one(const char *name, const char *options) {
    struct buffer bytes = {0};
    const char *why = "";
    if (!read_file(name, &bytes, CLI_MESSAGE_BYTES_MAX, &why)) {
        fprintf(stderr, "honmono: %s: %s\n", name, why);
        buffer_free(&bytes);
        return EXIT_ITEM_FAILED;
    }
    char *json;
    enum honmono_status status = honmono_check(&json, bytes.at, bytes.size, options);
    if (status == HONMONO_OK)
        write_pretty(stdout, json);
    else if (status == HONMONO_TOO_LARGE)
        fprintf(stderr, "honmono: %s: too large: messages up to 32 MiB are read\n", name);
    else
        fprintf(stderr, "honmono: %s: %s\n", name, honmono_status_name(status));
    honmono_free(json);
    buffer_free(&bytes);
    return status == HONMONO_OK ? EXIT_DONE : EXIT_ITEM_FAILED;
}

static int check_many(const struct arguments *arguments, const char *options) {
    struct batch batch = {.kind = arguments->mbox    ? BATCH_MBOX
                                  : arguments->lines ? BATCH_LINES
                                                     : BATCH_FILES,
                          .options = options,
                          .files = arguments->files,
                          .count = arguments->count};
    const char *input = arguments->mbox && arguments->count ? arguments->files[0] : "-";
    return batch_run(&batch, input, arguments->jobs);
}

static int run_check(int count, char **words) {
    struct arguments arguments = {0};
    int refused = read_arguments(count, words, &arguments);
    if (refused >= 0) return refused;
    struct buffer text = {0};
    if (!make_options(&arguments, &text)) {
        buffer_free(&text);
        return EXIT_USAGE;
    }
    const char *options = text.size ? text.at : NULL;
    const char *first = arguments.count ? arguments.files[0] : "-";
    int exit_code;
    if (!options_are_fine(options))
        exit_code = EXIT_USAGE;
    else if (arguments.lines && arguments.count)
        exit_code = refuse("--lines", "reads standard input only");
    else if (arguments.ndjson && !arguments.count)
        exit_code = refuse("--ndjson", "names at least one file");
    else if (!arguments.ndjson && arguments.count > 1)
        exit_code = refuse(arguments.files[1], "one file (use --ndjson for many)");
    else if (arguments.ndjson || arguments.mbox || arguments.lines)
        exit_code = check_many(&arguments, options);
    else
        exit_code = check_one(first, options);
    buffer_free(&text);
    return exit_code;
}

static bool write_link(const char *bytes, size_t size) {
    char *json;
    enum honmono_status status = honmono_link(&json, bytes, size);
    if (status == HONMONO_OK)
        puts(json);
    else
        printf("{\"error\":\"%s\"}\n", honmono_status_name(status));
    honmono_free(json);
    return status == HONMONO_OK;
}

static int run_link_lines(void) {
    char *line = NULL;
    size_t capacity = 0;
    ssize_t size;
    struct buffer text = {0};
    int exit_code = EXIT_DONE;
    while ((size = getline(&line, &capacity, stdin)) >= 0) {
        size_t length = (size_t)size;
        if (length && line[length - 1] == '\n') length--;
        if (length && line[length - 1] == '\r') length--;
        bool fine = true;
        if (length && line[0] == '"') {
            fine = read_json_string(line, length, &text);
            if (!fine)
                puts("{\"error\":\"not a JSON string\"}");
            else
                fine = write_link(text.at, text.size);
        } else {
            fine = write_link(line, length);
        }
        if (!fine) exit_code = EXIT_ITEM_FAILED;
    }
    free(line);
    buffer_free(&text);
    return exit_code;
}

static int run_link(int count, char **words) {
    if (count == 0) return refuse("link", "names a URL, or - for standard input");
    if (count == 1 && strcmp(words[0], "-") == 0) return run_link_lines();
    int exit_code = EXIT_DONE;
    for (int i = 0; i < count; i++)
        if (!write_link(words[i], strlen(words[i]))) exit_code = EXIT_ITEM_FAILED;
    return exit_code;
}

/* A line with what a picture's codes hold, "file" first; false when it says why not. */
static bool write_codes(const char *name, struct buffer *bytes, struct buffer *line) {
    struct picture picture = {0};
    struct buffer label = {0};
    const char *why = NULL;
    char *json = NULL;
    add_file_label(&label, name);
    if (read_file(name, bytes, CLI_MESSAGE_BYTES_MAX, &why) && read_picture(bytes, &picture, &why)) {
        enum honmono_status status = honmono_codes(&json, picture.grey, picture.width, picture.height);
        why = honmono_status_name(status);
    }
    line->size = 0;
    if (json)
        add_json_line(line, label.at, label.size, json);
    else
        add_error_line(line, label.at, label.size, why);
    fwrite(line->at, 1, line->size, stdout);
    bool fine = json != NULL;
    honmono_free(json);
    picture_free(&picture);
    buffer_free(&label);
    return fine;
}

static int run_codes(int count, char **words) {
    if (count == 0) return refuse("codes", "names a picture, or - for standard input");
    struct buffer bytes = {0}, line = {0};
    int exit_code = EXIT_DONE;
    for (int i = 0; i < count; i++)
        if (!write_codes(words[i], &bytes, &line)) exit_code = EXIT_ITEM_FAILED;
    buffer_free(&bytes);
    buffer_free(&line);
    return exit_code;
}

static int run_catalogue(void) {
    char *json;
    if (honmono_catalogue(&json) != HONMONO_OK) return EXIT_ITEM_FAILED;
    write_pretty(stdout, json);
    honmono_free(json);
    return EXIT_DONE;
}

int main(int count, char **words) {
    if (count < 2) {
        fputs(help, stderr);
        return EXIT_USAGE;
    }
    const char *command = words[1];
    int exit_code;
    if (strcmp(command, "check") == 0)
        exit_code = run_check(count - 2, words + 2);
    else if (strcmp(command, "link") == 0)
        exit_code = run_link(count - 2, words + 2);
    else if (strcmp(command, "codes") == 0)
        exit_code = run_codes(count - 2, words + 2);
    else if (strcmp(command, "catalogue") == 0 && count == 2)
        exit_code = run_catalogue();
    else if (strcmp(command, "version") == 0 && count == 2)
        exit_code = puts(honmono_version()) < 0;
    else if (strcmp(command, "--help") == 0 || strcmp(command, "help") == 0)
        exit_code = fputs(help, stdout) < 0;
    else
        exit_code = refuse(command, "unknown command");
    if (fflush(stdout) != 0 && exit_code == EXIT_DONE) exit_code = EXIT_ITEM_FAILED;
    return exit_code;
}
