package io.tidemark.speed.news.link;

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
            all.add(new Name("", Tokenizer.tokens(phrase), MentionKind.DOUBTFUL));
        }
        names = new NameTrie(all);
    }

    private void addNames(Company company, List<Name> all) {
        List<String> forms = new ArrayList<>(company.aliases());
        forms.add(company.name());
        for (String form : forms) {
            List<Token> tokens = Tokenizer.tokens(form);
            MentionKind kind = company.isWord(form) ? MentionKind.WORD : MentionKind.NAME;
            all.add(new Name(company.symbol(), tokens, kind));
            if (tokens.size() == 1 && tokens.get(0).isUpperCase()) {
                byTicker.putIfAbsent(form, company);
            }
        }
        byTicker.put(company.ticker(), company);
        if (!forms.contains(company.ticker())) {
            all.add(new Name(company.symbol(), Tokenizer.tokens(company.ticker()), MentionKind.TICKER));
        }
    }

    /** All mentions; where the feed names a symbol, a word that is its name means the company. */
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
        Company company = byTicker.get(name.symbol().substring(name.symbol().lastIndexOf(':') + 1));
        boolean namedByFeed = feedSymbols.contains(name.symbol());
        int end = at + name.tokens().size();
        MentionKind kind = name.kind();
        if (kind == MentionKind.TICKER && company != null && company.isTickerAWord()) {
            if (sense.isTicker(text, at, namedByFeed)) {
                mentions.add(new Mention(name.symbol(), MentionKind.WORD, at, end));
            }
            return;
        }
        if (kind == MentionKind.WORD && !namedByFeed && !sense.isCompany(text, at, end)) {
            kind = MentionKind.DOUBTFUL;
        }
        mentions.add(new Mention(name.symbol(), kind, at, end));
    }
}
