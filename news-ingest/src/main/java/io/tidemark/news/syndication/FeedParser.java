package io.tidemark.news.syndication;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.article.Article;
import io.tidemark.news.article.Digest;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.article.PlainText;
import io.tidemark.news.article.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.output.XMLOutputter;

/** RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom. Pure: no network, no clock, no state. */
final class FeedParser {
    /** What the articles' {@code feed} is. */
    static final String FEED = "rss";

    private final HttpUrl url;

    /** A parser for the feed at this address, which makes the ids of its articles its own. */
    FeedParser(HttpUrl url) {
        this.url = url;
    }

    /** The feed's articles; an article without a date is taken as published when it was first read. */
    Harvest parse(byte[] body, String contentType, long receivedAt) {
        try {
            Document document = SafeXml.read(body, contentType);
            // Rome takes nodes out of the document while it reads.
            List<Element> elements = entries(document.clone());
            SyndFeed feed = new SyndFeedInput().build(document);
            return harvest(feed, elements, receivedAt);
        } catch (IOException | JDOMException | FeedException | IllegalArgumentException e) {
            return Harvest.unreadable(
                    body,
                    "not a feed that can be read: "
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private Harvest harvest(SyndFeed feed, List<Element> elements, long receivedAt) {
        var articles = new ArrayList<Article>();
        var refused = new ArrayList<Refused>();
        List<SyndEntry> entries = feed.getEntries();
        for (int i = 0; i < entries.size(); i++) {
            byte[] original = i < elements.size() ? text(elements.get(i)) : new byte[0];
            SyndEntry entry = entries.get(i);
            String headline = PlainText.of(Objects.toString(entry.getTitle(), ""), PlainText.HEADLINE);
            String link = Objects.toString(entry.getLink(), "").strip();
            String guid = Objects.toString(entry.getUri(), "").strip();
            if (headline.isEmpty()) {
                refused.add(new Refused(original, "entry without a title"));
            } else if (guid.isEmpty() && link.isEmpty()) {
                refused.add(new Refused(original, "entry with neither an id nor a link"));
            } else {
                String id = FEED + ":" + Digest.of(url + "\n" + (guid.isEmpty() ? link : guid));
                articles.add(new Article(item(id, headline, link, entry, feed, receivedAt), original));
            }
        }
        return Harvest.of(articles, refused);
    }

    private NewsItem item(String id, String headline, String link, SyndEntry entry, SyndFeed feed, long receivedAt) {
        return new NewsItem(
                id,
                published(entry, receivedAt),
                receivedAt,
                headline,
                PlainText.of(summary(entry), PlainText.SUMMARY),
                publisher(entry, feed),
                link,
                entry.getCategories().stream()
                        .map(category ->
                                Objects.toString(category.getName(), "").strip())
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""),
                List.of(),
                FEED);
    }

    private static long published(SyndEntry entry, long otherwise) {
        return Stream.of(dates(entry))
                .filter(Objects::nonNull)
                .map(Date::getTime)
                .findFirst()
                .orElse(otherwise);
    }

    private static Date[] dates(SyndEntry entry) {
        return new Date[] {entry.getPublishedDate(), entry.getUpdatedDate()};
    }

    private static String summary(SyndEntry entry) {
        if (entry.getDescription() != null) {
            return Objects.toString(entry.getDescription().getValue(), "");
        }
        return entry.getContents().isEmpty()
                ? ""
                : Objects.toString(entry.getContents().get(0).getValue(), "");
    }

    /** Feeds that collect from others name the publisher per entry. */
    private String publisher(SyndEntry entry, SyndFeed feed) {
        String own = entry.getSource() == null
                ? ""
                : Objects.toString(entry.getSource().getTitle(), "");
        String ofFeed = Objects.toString(feed.getTitle(), "");
        String name = PlainText.of(own.isBlank() ? ofFeed : own, PlainText.HEADLINE);
        return name.isEmpty() ? url.host() : name;
    }

    /** In the order of the document, which is Rome's too. */
    private static List<Element> entries(Document document) {
        var found = new ArrayList<Element>();
        Element root = document.getRootElement();
        var parents = new ArrayList<>(List.of(root));
        parents.addAll(root.getChildren().stream()
                .filter(child -> child.getName().equals("channel"))
                .toList());
        for (Element parent : parents) {
            for (Element child : parent.getChildren()) {
                if (child.getName().equals("item") || child.getName().equals("entry")) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private static byte[] text(Element element) {
        return new XMLOutputter().outputString(element).getBytes(StandardCharsets.UTF_8);
    }
}
