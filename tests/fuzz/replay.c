/* replay: gives every file of a folder to a fuzz target, as a normal test.
 *
 * In: folders or files as arguments; a folder that is not there holds nothing.
 * Out: one line with the number of inputs; a crash is the failure.
 * Why: what the fuzzer once found stays found, without the fuzzer. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(1);
    }
    long size = ftell(file);
    rewind(file);
    /* Exactly as large as the input, so that the sanitizer sees a byte too far. */
    uint8_t *data = malloc(size > 0 ? (size_t)size : 1);
    if (!data || fread(data, 1, (size_t)size, file) != (size_t)size) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(1);
    }
    fclose(file);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(data, (size_t)size);
    free(data);
    return 1;
}

static int replay_folder(const char *path) {
    DIR *folder = opendir(path);
    if (!folder) return 0;
    int count = 0;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        char name[4096];
        if (entry->d_name[0] == '.') continue;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        count += replay_file(name);
    }
    closedir(folder);
    return count;
}

int main(int count, char **paths) {
    int inputs = 0;
    for (int i = 1; i < count; i++) inputs += replay_folder(paths[i]);
    inputs += 1;
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    printf("replay: %d inputs passed\n", inputs);
    return 0;
}
