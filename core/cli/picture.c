/* picture: PNG and JPEG files to grey pixels, by libpng and libjpeg-turbo; see cli.h. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

#ifdef HONMONO_PICTURES
#include <png.h>
#include <turbojpeg.h>

static bool fits(size_t width, size_t height) {
    return width > 0 && height > 0 && width <= CLI_PICTURE_PIXELS_MAX / height;
}

static bool make_room(struct picture *out, size_t width, size_t height) {
    *out = (struct picture){malloc(width * height), width, height};
    return out->grey != NULL;
}

/* Clear parts are white, as on a page. */
static const char *read_png(const struct buffer *bytes, struct picture *out) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    const png_color white = {255, 255, 255};
    const char *why = NULL;
    if (!png_image_begin_read_from_memory(&image, bytes->at, bytes->size)) {
        png_image_free(&image);
        return "is no PNG that can be read";
    }
    image.format = PNG_FORMAT_GRAY;
    if (!fits(image.width, image.height))
        why = "too large: pictures up to 8 million pixels are read";
    else if (!make_room(out, image.width, image.height))
        why = "out of memory";
    else if (!png_image_finish_read(&image, &white, out->grey, 0, NULL))
        why = "the PNG is broken or cut off";
    png_image_free(&image);
    return why;
}

/* A photograph is larger than is needed: the largest size that fits. */
static bool choose_size(int width, int height, int *to_width, int *to_height) {
    int count;
    const tjscalingfactor *factors = tjGetScalingFactors(&count);
    *to_width = *to_height = 0;
    for (int i = 0; factors && i < count; i++) {
        if (factors[i].num > factors[i].denom) continue;
        int scaled = TJSCALED(width, factors[i]), scaled_height = TJSCALED(height, factors[i]);
        if (scaled <= *to_width || !fits((size_t)scaled, (size_t)scaled_height)) continue;
        *to_width = scaled;
        *to_height = scaled_height;
    }
    return *to_width > 0;
}

static const char *read_jpeg(const struct buffer *bytes, struct picture *out) {
    tjhandle reader = tjInitDecompress();
    if (!reader) return "out of memory";
    const unsigned char *at = (const unsigned char *)bytes->at;
    int width = 0, height = 0, subsampling, colours;
    const char *why = NULL;
    if (tjDecompressHeader3(reader, at, bytes->size, &width, &height, &subsampling, &colours) != 0 ||
        width <= 0 || height <= 0)
        why = "is no JPEG that can be read";
    else if (!choose_size(width, height, &width, &height))
        why = "too large: pictures up to 500 million pixels are made smaller and read";
    else if (!make_room(out, (size_t)width, (size_t)height))
        why = "out of memory";
    else if (tjDecompress2(reader, at, bytes->size, out->grey, width, 0, height, TJPF_GRAY,
                           TJFLAG_LIMITSCANS) != 0 &&
             tjGetErrorCode(reader) == TJERR_FATAL)
        why = "the JPEG is broken";
    tjDestroy(reader);
    return why;
}

bool read_picture(const struct buffer *bytes, struct picture *out, const char **why) {
    *out = (struct picture){0};
    *why = NULL;
    if (bytes->size > CLI_MESSAGE_BYTES_MAX)
        *why = "too large: files up to 32 MiB are read";
    else if (bytes->size >= 8 && memcmp(bytes->at, "\x89PNG\r\n\x1A\n", 8) == 0)
        *why = read_png(bytes, out);
    else if (bytes->size >= 3 && memcmp(bytes->at, "\xFF\xD8\xFF", 3) == 0)
        *why = read_jpeg(bytes, out);
    else
        *why = "neither PNG nor JPEG";
    if (*why) picture_free(out);
    return !*why;
}

#else

bool read_picture(const struct buffer *bytes, struct picture *out, const char **why) {
    (void)bytes;
    *out = (struct picture){0};
    *why = "this build reads no pictures: libpng and libturbojpeg were missing";
    return false;
}

#endif

void picture_free(struct picture *picture) {
    free(picture->grey);
    *picture = (struct picture){0};
}
