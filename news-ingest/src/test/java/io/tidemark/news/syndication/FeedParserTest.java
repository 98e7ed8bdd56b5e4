package io.tidemark.news.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.news.article.Article;
import io.tidemark.news.article.Harvest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    private static final long NOW = Instant.parse("2026-11-23T14:30:00Z").toEpochMilli();
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>Wire of Tests</title><link>https://wire.example</link>
            <description>d</description>
            <item><title>Rates &amp;amp; prices &lt;b&gt;rise&lt;/b&gt; \u00e9</title><link>https://wire.example/1?utm_source=rss</link>
              <guid isPermaLink="false">story-1</guid><pubDate>Mon, 23 Nov 2026 14:00:00 GMT</pubDate>
              <category>Markets</category><description><![CDATA[<p>More &amp; more</p>]]></description></item>
            <item><link>https://wire.example/2</link><description>no title</description></item>
            <item><title>Undated</title><link>https://wire.example/3</link></item>
            </channel></rss>""";

    private final FeedParser parser = new FeedParser(HttpUrl.get("https://wire.example/rss"));

    private Harvest parse(String xml) {
        return parse(xml, StandardCharsets.UTF_8, "application/rss+xml; charset=utf-8");
    }

    private Harvest parse(String xml, Charset charset, String contentType) {
        return parser.parse(xml.getBytes(charset), contentType, NOW);
    }

    @Test
    void an_rss_item_becomes_an_article() {
        var item = parse(RSS).articles().get(0).item();
        assertThat(item.headline()).isEqualTo("Rates & prices rise \u00e9");
        assertThat(item.summary()).isEqualTo("More & more");
        assertThat(item.source()).isEqualTo("Wire of Tests");
        assertThat(item.url()).isEqualTo("https://wire.example/1?utm_source=rss");
        assertThat(item.category()).isEqualTo("Markets");
        assertThat(item.publishedAt())
                .isEqualTo(Instant.parse("2026-11-23T14:00:00Z").toEpochMilli());
        assertThat(item.receivedAt()).isEqualTo(NOW);
        assertThat(item.feed()).isEqualTo("rss");
        assertThat(item.id()).startsWith("rss:");
    }

    @Test
    void an_item_keeps_its_id_and_two_feeds_do_not_share_it() {
        String id = parse(RSS).articles().get(0).item().id();
        assertThat(parse(RSS).articles().get(0).item().id()).isEqualTo(id);
        assertThat(new FeedParser(HttpUrl.get("https://other.example/rss"))
                        .parse(RSS.getBytes(StandardCharsets.UTF_8), "", NOW)
                        .articles()
                        .get(0)
                        .item()
                        .id())
                .isNotEqualTo(id);
    }

    @Test
    void an_item_without_a_title_is_refused_alone_and_with_its_text() {
        Harvest harvest = parse(RSS);
        assertThat(harvest.articles()).hasSize(2);
        assertThat(harvest.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo("entry without a title");
            assertThat(new String(refused.original(), StandardCharsets.UTF_8))
                    .isEqualTo("<item><link>https://wire.example/2</link><description>no title</description></item>");
        });
    }

    @Test
    void an_item_without_a_date_is_published_when_it_is_read() {
        assertThat(parse(RSS).articles().get(1).item().publishedAt()).isEqualTo(NOW);
    }

    @Test
    void an_atom_entry_becomes_an_article() {
        var item = parse("""
                        <feed xmlns="http://www.w3.org/2005/Atom"><title>Atomic</title><id>urn:f</id>
                        <updated>2026-11-23T14:00:00Z</updated>
                        <entry><title type="html">Up &amp;lt;i&amp;gt;two&amp;lt;/i&amp;gt;</title><id>urn:1</id>
                        <link href="https://atom.example/1"/><updated>2026-11-23T13:00:00Z</updated>
                        <content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>""").articles().get(0).item();
        assertThat(item.url()).isEqualTo("https://atom.example/1");
        assertThat(item.summary()).isEqualTo("Text");
        assertThat(item.publishedAt())
                .isEqualTo(Instant.parse("2026-11-23T13:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
    void the_declared_encoding_is_used(String charset) {
        String xml = RSS.replace("UTF-8", charset);
        assertThat(parse(xml, Charset.forName(charset), "").articles())
                .extracting(Article::item)
                .first()
                .satisfies(item -> assertThat(item.headline()).endsWith("\u00e9"));
    }

    @Test
    void no_file_of_ours_gets_into_an_article(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret");
        Harvest harvest = parse(
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><rss version=\"2.0\"><channel>"
                        + "<title>t</title><item><title>&x;</title><link>https://a.example</link></item></channel></rss>");
        assertThat(harvest.articles()).isEmpty();
        assertThat(harvest.problem()).containsIgnoringCase("doctype");
        assertThat(harvest.refused()).hasSize(1);
    }

    @Test
    @Timeout(20)
    void entities_do_not_grow() {
        var xml = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        xml.append("]><rss version=\"2.0\"><channel><title>&a29;</title></channel></rss>");
        assertThat(parse(xml.toString()).problem()).containsIgnoringCase("doctype");
    }

    @Test
    void a_document_that_is_absurdly_deep_is_refused() {
        assertThat(parse("<a>".repeat(200_000)).problem()).startsWith("not a feed that can be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html><body>Service unavailable</body></html>", "{\"a\":1}", "<rss><channel>", "\u0000"})
    void anything_else_is_no_feed_and_its_bytes_are_kept(String body) {
        Harvest harvest = parse(body);
        assertThat(harvest.problem()).startsWith("not a feed that can be read");
        assertThat(harvest.refused()).singleElement().satisfies(refused -> assertThat(refused.original())
                .isEqualTo(body.getBytes(StandardCharsets.UTF_8)));
    }
}
