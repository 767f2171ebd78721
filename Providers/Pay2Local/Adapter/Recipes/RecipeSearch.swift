/// What came out of a search for a recipe.
public struct RecipeSearch: Sendable {
    /// How many candidates were tried.
    public private(set) var tried = 0

    /// Whether `x-signature` covers the raw body together with `x-request-id`. No configuration says that: such an account
    /// stays on `callbackTrust: confirmed`.
    public private(set) var coversRequestIDBesideRawBody = false

    private let hasHeader: Bool
    private let hasBody: Bool
    private var isRawBody = false
    private var headerRecipes: [SigningRecipe] = []
    private var bodyRecipes: [SigningRecipe] = []

    init(places: SignaturePlaces) {
        hasHeader = places.header != nil
        hasBody = places.body != nil
    }

    /// Every configuration under which the callback holds, the likeliest first; empty when no candidate fits.
    ///
    /// Several fit when the callback has no `transaction_id`, since leaving a field out and skipping it are the same
    /// then; a callback of a payment that was approved tells them apart. Signatures that need two different lists
    /// cannot both be configured, and give one configuration each.
    public var found: [FoundRecipe] {
        if isRawBody {
            guard bodyRecipes.isEmpty else {
                return bodyRecipes.map { FoundRecipe(header: .rawBody, body: .fields, recipe: $0, unexplained: []) }
            }
            let unexplained = hasBody ? ["signature"] : []
            return [FoundRecipe(header: .rawBody, body: .off, recipe: nil, unexplained: unexplained)]
        }
        let shared = headerRecipes.filter(bodyRecipes.contains)
        guard shared.isEmpty else {
            return shared.map { FoundRecipe(header: .fields, body: .fields, recipe: $0, unexplained: []) }
        }
        var found: [FoundRecipe] = []
        for recipe in headerRecipes {
            let unexplained = hasBody ? ["signature"] : []
            found.append(FoundRecipe(header: .fields, body: .off, recipe: recipe, unexplained: unexplained))
        }
        for recipe in bodyRecipes {
            let unexplained = hasHeader ? ["x-signature"] : []
            found.append(FoundRecipe(header: .off, body: .fields, recipe: recipe, unexplained: unexplained))
        }
        return found
    }

    mutating func triesRawBody(fits: Bool) {
        tried += 1
        isRawBody = fits
    }

    mutating func triesRawBodyWithRequestID(fits: Bool) {
        tried += 1
        if fits { coversRequestIDBesideRawBody = true }
    }

    mutating func tries(_ recipe: SigningRecipe, fitsHeader: Bool, fitsBody: Bool) {
        tried += 1
        if fitsHeader { headerRecipes.append(recipe) }
        if fitsBody { bodyRecipes.append(recipe) }
    }
}
