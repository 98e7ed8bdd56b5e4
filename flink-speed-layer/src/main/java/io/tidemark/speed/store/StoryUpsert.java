package io.tidemark.speed.store;

import io.tidemark.speed.news.story.Story;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** A batch of stories as one statement. A row gives way to one of a greater revision only. */
final class StoryUpsert implements JdbcQueryStatement<List<Story>> {
    private static final long serialVersionUID = 1L;

    private static final String SQL = """
            INSERT INTO speed.news AS known (feed, id, published_at, received_at, headline, summary, source, url, category,
                symbols, relevances, sentiment, revision)
            SELECT feed, id, at(published_at), at(received_at), headline, summary, source, url, category,
                string_to_array(symbols, E'\\n'), string_to_array(relevances, E'\\n')::float8[], sentiment, revision
            FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::float8[], ?::bigint[])
                AS fresh (feed, id, published_at, received_at, headline, summary, source, url, category, symbols,
                    relevances, sentiment, revision)
            ON CONFLICT (feed, id) DO UPDATE
            SET published_at = excluded.published_at, received_at = excluded.received_at, headline = excluded.headline,
                summary = excluded.summary, source = excluded.source, url = excluded.url, category = excluded.category,
                symbols = excluded.symbols, relevances = excluded.relevances, sentiment = excluded.sentiment, revision =
                excluded.revision, updated_at = clock_timestamp()
            WHERE excluded.revision > known.revision
            """.replaceAll("at\\((\\w+)\\)", ArrayParameters.EPOCH_MS_TO_TIMESTAMP);

    /** An array of arrays would have to be rectangular, so those of a row go as lines; no symbol has a line break. */
    private static final String SEPARATOR = "\n";

    @Override
    public String query() {
        return SQL;
    }

    @Override
    public void statement(PreparedStatement statement, List<Story> stories) throws SQLException {
        var columns = new ArrayParameters<>(statement, stories);
        columns.texts(story -> story.feed);
        columns.texts(story -> story.id);
        columns.longs(story -> story.publishedAt);
        columns.longs(story -> story.receivedAt);
        columns.texts(story -> story.headline);
        columns.texts(story -> story.summary);
        columns.texts(story -> story.source);
        columns.texts(story -> story.url);
        columns.texts(story -> story.category);
        columns.texts(story -> String.join(SEPARATOR, story.symbols));
        columns.texts(StoryUpsert::relevances);
        columns.doubles(story -> story.sentiment);
        columns.longs(story -> story.revision);
    }

    private static String relevances(Story story) {
        return Arrays.stream(story.relevances).mapToObj(Double::toString).collect(Collectors.joining(SEPARATOR));
    }
}
