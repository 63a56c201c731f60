#define API_KEY "@@ALNUM24@@"
