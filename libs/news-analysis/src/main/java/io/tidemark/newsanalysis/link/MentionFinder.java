package io.tidemark.newsanalysis.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the companies of a directory in a text, in the order of the text; the cost grows with the text alone. */
final class MentionFinder {
    private final NameTrie names;
    private final Map<String, Company> byTicker = new HashMap<>();
    private final WordSense sense = new WordSense();

    MentionFinder(CompanyDirectory directory) {
        List<Name> all = new ArrayList<>();
        for (Company company : directory.companies()) {
            addNames(company, all);
        }
        for (String phrase : directory.lookalikes()) {
            all.add(Name.lookalike(phrase));
        }
        names = new NameTrie(all);
    }

    private void addNames(Company company, List<Name> all) {
        List<String> forms = new ArrayList<>(company.aliases());
        forms.add(company.name());
        for (String form : forms) {
            List<Token> tokens = Tokenizer.tokens(form);
            MentionKind kind = company.isWord(form) ? MentionKind.WORD : MentionKind.NAME;
            all.add(new Name(company.symbol(), tokens, kind, false));
            if (tokens.size() == 1 && tokens.get(0).isUpperCase()) {
                byTicker.putIfAbsent(form, company);
            }
        }
        byTicker.put(company.ticker(), company);
        if (!forms.contains(company.ticker())) {
            MentionKind kind = company.isTickerAWord() ? MentionKind.WORD : MentionKind.TICKER;
            all.add(new Name(company.symbol(), Tokenizer.tokens(company.ticker()), kind, true));
        }
    }

    /** All mentions; a ticker that is a word is more readily one where the feed names its symbol. */
    List<Mention> mentions(Text text, Set<String> feedSymbols) {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < text.tokens().size()) {
            Mention tagged = tagged(text, at);
            if (tagged != null) {
                mentions.add(tagged);
                at++;
                continue;
            }
            NameTrie.Match match = names.longest(text.tokens(), at);
            if (match == null) {
                at++;
                continue;
            }
            for (Name name : match.names()) {
                add(name, text, at, feedSymbols, mentions);
            }
            at += match.length();
        }
        return withCompany(text, mentions);
    }

    /** Turns a doubtful word that stands in a list with a company into one: {@code Apple, Microsoft and Nvidia}. */
    private static List<Mention> withCompany(Text text, List<Mention> mentions) {
        for (int index = mentions.size() - 2; index >= 0; index--) {
            Mention mention = mentions.get(index);
            Mention next = mentions.get(index + 1);
            if (mention.kind() == MentionKind.DOUBTFUL
                    && next.kind() != MentionKind.DOUBTFUL
                    && text.isListed(mention.end(), next.start())) {
                mentions.set(index, new Mention(mention.symbol(), MentionKind.WORD, mention.start(), mention.end()));
            }
        }
        return mentions;
    }

    private @Nullable Mention tagged(Text text, int at) {
        TickerTag tag = TickerTag.of(text, at);
        if (tag == TickerTag.NONE) {
            return null;
        }
        String ticker = text.tokens().get(at).text();
        Company company = byTicker.get(ticker);
        if (company == null) {
            company = byTicker.get(TickerTag.withoutExchange(ticker));
        }
        if (tag == TickerTag.EXPLICIT) {
            String symbol = company == null ? ticker : company.symbol();
            return new Mention(symbol, MentionKind.TAGGED, at, at + 1);
        }
        return company == null || company.isTickerAWord()
                ? null
                : new Mention(company.symbol(), MentionKind.TAGGED, at, at + 1);
    }

    private void add(Name name, Text text, int at, Set<String> feedSymbols, List<Mention> mentions) {
        if (name.isLookalike()) {
            return;
        }
        int end = at + name.tokens().size();
        if (name.kind() != MentionKind.WORD) {
            mentions.add(new Mention(name.symbol(), name.kind(), at, end));
        } else if (name.ticker()) {
            if (sense.isTicker(text, at, feedSymbols.contains(name.symbol()))) {
                mentions.add(new Mention(name.symbol(), MentionKind.WORD, at, end));
            }
        } else {
            MentionKind kind = sense.isCompany(text, at, end) ? MentionKind.WORD : MentionKind.DOUBTFUL;
            mentions.add(new Mention(name.symbol(), kind, at, end));
        }
    }
}
