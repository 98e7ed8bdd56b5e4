package io.tidemark.dashboard.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Price and change of one symbol, fed in the browser by the watchlist's frames. */
@Tag("tide-quote")
@JsModule("./watchlist/watchlist.ts")
final class QuoteText extends Component implements HasStyle {

    QuoteText() {
        getElement().setProperty("shows", "both");
    }

    void setSymbol(String symbol) {
        getElement().setProperty("symbol", symbol);
    }
}
