package lianqiao.app;

import lianqiao.drafting.LanguageModel;
import lianqiao.outside.Guard;
import lianqiao.outside.WayOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The institution's own language model, if a setting names one. */
@Configuration(proxyBeanMethods = false)
class DraftingWiring {
    @Bean LanguageModel languageModel(Guard guard, Settings settings) {
        return new LanguageModel(new WayOut(guard), settings.languageModel().orElse(null));
    }
}
