package io.tidemark.news.fetch;

import okhttp3.HttpUrl;

/**
 * One GET.
 *
 * @param url holds no secret: it may be logged
 * @param validators of the answer that is known already
 */
public record FetchRequest(HttpUrl url, Validators validators) {

    public static FetchRequest of(HttpUrl url) {
        return new FetchRequest(url, Validators.NONE);
    }
}
