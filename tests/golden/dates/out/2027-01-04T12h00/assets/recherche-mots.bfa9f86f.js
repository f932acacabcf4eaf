tambourRecherche({"pages":[
["accessibilite.html","Accessibilité","",""],
["actualites/coupure.html","Coupure d’eau","Actualité","Rue du Lavoir."],
["actualites/index.html","Actualités","",""],
["actualites/neige.html","Neige","Actualité",""],
["actualites/voeux.html","Vœux","Actualité",""],
["concours.html","Concours","",""],
["confidentialite.html","Données personnelles","",""],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["horaires.html","Horaires d’ouverture","",""],
["mentions-legales.html","Mentions légales","",""],
["sources.html","Sources et licences","",""]],
"mots":"accessibilit actualit concour coupur demarch don eau horair lavoir legal licenc lign mairi march mention neig ouvertur personnel rue sourc text tout voeu voir",
"ou":"0C 2C 5C 1C 7D 6C 1C 8C 1B 9C aC 7B 7B 5A 9C 3C 8C 6C 1B aC 0A1A2A1A2A3A 7B 4C 5A"});
