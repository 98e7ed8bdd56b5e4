package io.tidemark.speed.news.story;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.newsanalysis.link.CompanyDirectory;
import io.tidemark.newsanalysis.link.SymbolLink;
import io.tidemark.newsanalysis.link.SymbolLinker;
import io.tidemark.newsanalysis.sentiment.Lexicon;
import io.tidemark.newsanalysis.sentiment.SentimentScorer;
import java.nio.file.Path;
import java.util.List;

/** Understands stories by the lists of words and companies that come with the job, and those of the user. */
public final class WordListReader implements StoryReader {
    private final SymbolLinker linker;
    private final SentimentScorer scorer;

    /** With these lists. */
    public WordListReader(CompanyDirectory companies, Lexicon lexicon) {
        this.linker = new SymbolLinker(companies);
        this.scorer = new SentimentScorer(lexicon);
    }

    @Override
    public List<SymbolLink> links(NewsItem item) {
        return linker.link(item.headline(), item.summary(), item.symbols());
    }

    @Override
    public double sentiment(NewsItem item) {
        return scorer.score(item.headline(), item.summary());
    }

    /**
     * Makes readers; the files must be there wherever a task runs.
     *
     * @param companies file of the user's companies, empty for none
     * @param lexicon file of the user's words, empty for none
     */
    public record FromFiles(String companies, String lexicon) implements Maker {
        @Override
        public StoryReader make() {
            CompanyDirectory directory = CompanyDirectory.bundled();
            Lexicon words = Lexicon.bundled();
            return new WordListReader(
                    companies.isEmpty() ? directory : directory.with(Path.of(companies)),
                    lexicon.isEmpty() ? words : words.with(Path.of(lexicon)));
        }
    }
}
