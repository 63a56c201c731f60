let(:api_key) { "@@ALNUM24@@" }
