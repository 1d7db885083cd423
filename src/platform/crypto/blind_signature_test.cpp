#include "platform/crypto/blind_signature.hpp"

#include <algorithm>
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>
#include <sodium.h>

#include "support/blind_asker.hpp"
#include "support/rfc9474.hpp"

namespace {

namespace rfc = support::rfc9474;
using crypto::Bytes;

Bytes from_hex(std::string_view text) {
    Bytes octets(text.size() / 2);
    EXPECT_EQ(sodium_hex2bin(octets.data(), octets.size(), text.data(), text.size(), nullptr, nullptr, nullptr), 0);
    return octets;
}

// The RFC prints a key by its numbers; what a key file keeps beside them follows from those.
class PrintedKey {
  public:
    PrintedKey() {
        auto* builder = OSSL_PARAM_BLD_new();
        add(builder, OSSL_PKEY_PARAM_RSA_N, rfc::kN);
        add(builder, OSSL_PKEY_PARAM_RSA_E, rfc::kE);
        add(builder, OSSL_PKEY_PARAM_RSA_D, rfc::kD);
        add(builder, OSSL_PKEY_PARAM_RSA_FACTOR1, rfc::kP);
        add(builder, OSSL_PKEY_PARAM_RSA_FACTOR2, rfc::kQ);
        add_what_follows(builder);
        auto* parameters = OSSL_PARAM_BLD_to_param(builder);
        auto* context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
        EXPECT_EQ(EVP_PKEY_fromdata_init(context), 1);
        EXPECT_EQ(EVP_PKEY_fromdata(context, &key_, EVP_PKEY_KEYPAIR, parameters), 1);
        EVP_PKEY_CTX_free(context);
        OSSL_PARAM_free(parameters);
        OSSL_PARAM_BLD_free(builder);
        for (auto* number : numbers_) BN_free(number);
    }
    PrintedKey(PrintedKey const&) = delete;
    PrintedKey& operator=(PrintedKey const&) = delete;
    ~PrintedKey() { EVP_PKEY_free(key_); }

    [[nodiscard]] Bytes secret() const { return der(i2d_PrivateKey); }
    [[nodiscard]] Bytes public_key() const { return der(i2d_PUBKEY); }

  private:
    BIGNUM* keep(BIGNUM* number) { return numbers_.emplace_back(number); }
    BIGNUM* number(std::string_view hex) {
        auto const octets = from_hex(hex);
        return keep(BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr));
    }
    void add(OSSL_PARAM_BLD* builder, char const* name, std::string_view hex) {
        OSSL_PARAM_BLD_push_BN(builder, name, number(hex));
    }
    void add_what_follows(OSSL_PARAM_BLD* builder) {
        auto* workspace = BN_CTX_new();
        auto const exponent_by = [&](char const* name, std::string_view factor) {
            auto* less_one = number(factor);
            BN_sub_word(less_one, 1);
            auto* exponent = keep(BN_new());
            BN_mod(exponent, number(rfc::kD), less_one, workspace);
            OSSL_PARAM_BLD_push_BN(builder, name, exponent);
        };
        exponent_by(OSSL_PKEY_PARAM_RSA_EXPONENT1, rfc::kP);
        exponent_by(OSSL_PKEY_PARAM_RSA_EXPONENT2, rfc::kQ);
        auto* coefficient = keep(BN_mod_inverse(nullptr, number(rfc::kQ), number(rfc::kP), workspace));
        OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_COEFFICIENT1, coefficient);
        BN_CTX_free(workspace);
    }
    template <class Write>
    [[nodiscard]] Bytes der(Write write) const {
        Bytes der(static_cast<std::size_t>(write(key_, nullptr)));
        auto* at = der.data();
        write(key_, &at);
        return der;
    }

    EVP_PKEY* key_ = nullptr;
    std::vector<BIGNUM*> numbers_;
};

class SmallKey : public testing::Test {
  protected:
    static crypto::BlindKey const& key() {
        static auto const made = crypto::make_blind_key();
        return made;
    }
};
using ABlindSignature = SmallKey;

TEST_F(ABlindSignature, is_the_one_the_rfc_prints) {
    PrintedKey const printed;
    auto const signature = crypto::sign_blinded(printed.secret(), from_hex(rfc::kBlindedMessage));
    ASSERT_TRUE(signature);
    EXPECT_EQ(*signature, from_hex(rfc::kBlindSignature));
    auto const opened = support::unblind(from_hex(rfc::kN), *signature, from_hex(rfc::kInverse));
    EXPECT_EQ(opened, from_hex(rfc::kSignature));
    EXPECT_TRUE(crypto::is_signed_blindly(printed.public_key(), from_hex(rfc::kPreparedMessage), opened));
    EXPECT_EQ(from_hex(rfc::kPreparedMessage), from_hex(std::string(rfc::kMessagePrefix) + std::string(rfc::kMessage)));
}

TEST_F(ABlindSignature, is_of_what_the_signer_never_saw) {
    support::BlindAsker const asker(key().public_key, "a token");
    auto const signature = crypto::sign_blinded(key().secret, asker.blinded());
    ASSERT_TRUE(signature);
    auto const opened = asker.open(*signature);
    EXPECT_TRUE(crypto::is_signed_blindly(key().public_key, asker.prepared(), opened));
    EXPECT_FALSE(crypto::is_signed_blindly(key().public_key, asker.prepared(), *signature))
        << "not before it is opened";
    support::BlindAsker const again(key().public_key, "a token");
    EXPECT_NE(again.blinded(), asker.blinded());
    EXPECT_FALSE(crypto::is_signed_blindly(key().public_key, again.prepared(), opened));
}

TEST_F(ABlindSignature, is_refused_for_what_is_no_blinded_message) {
    support::BlindAsker const asker(key().public_key, "a token");
    auto const length = asker.blinded().size();
    EXPECT_EQ(length, 384U);
    EXPECT_FALSE(crypto::sign_blinded(key().secret, Bytes(length, 0))) << "zero";
    EXPECT_FALSE(crypto::sign_blinded(key().secret, Bytes(length, 0xff))) << "above the modulus";
    EXPECT_FALSE(crypto::sign_blinded(key().secret, Bytes(length - 1, 1)));
    EXPECT_FALSE(crypto::sign_blinded(key().secret, Bytes(length + 1, 1)));
    EXPECT_FALSE(crypto::sign_blinded(key().secret, {}));
    EXPECT_FALSE(crypto::sign_blinded(key().public_key, asker.blinded())) << "no secret key";
    EXPECT_FALSE(crypto::sign_blinded(Bytes(100, 7), asker.blinded()));
}

TEST_F(ABlindSignature, is_told_from_every_other_octets) {
    support::BlindAsker const asker(key().public_key, "a token");
    auto opened = asker.open(crypto::sign_blinded(key().secret, asker.blinded()).value());
    auto const holds = [&](Bytes const& prepared, Bytes const& signature) {
        return crypto::is_signed_blindly(key().public_key, prepared, signature);
    };
    auto changed = asker.prepared();
    changed.back() ^= 1U;
    EXPECT_FALSE(holds(changed, opened));
    EXPECT_FALSE(holds({}, opened));
    EXPECT_FALSE(holds(asker.prepared(), {}));
    EXPECT_FALSE(holds(asker.prepared(), Bytes(384, 0)));
    EXPECT_FALSE(crypto::is_signed_blindly(Bytes(20, 1), asker.prepared(), opened)) << "no public key";
    EXPECT_FALSE(crypto::is_signed_blindly(crypto::make_blind_key().public_key, asker.prepared(), opened));
    opened.front() ^= 1U;
    EXPECT_FALSE(holds(asker.prepared(), opened));
}

}  // namespace
